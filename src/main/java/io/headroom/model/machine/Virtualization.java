package io.headroom.model.machine;

import java.util.Arrays;
import java.util.Optional;

/** How an EC2 image is virtualized. */
public enum Virtualization {
  /** Hardware virtual machine. */
  HVM("hvm"),
  /** Paravirtual: only on previous generations. */
  PARAVIRTUAL("paravirtual");

  private final String id;

  Virtualization(String id) {
    this.id = id;
  }

  /** Returns the name used in recordings and documents. */
  public String id() {
    return id;
  }

  /** Returns the constant of that name, or nothing. */
  public static Optional<Virtualization> ofId(String id) {
    return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
  }
}
