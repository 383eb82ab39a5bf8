package io.headroom.model.machine;

import java.util.Arrays;
import java.util.Optional;

/** The kind of public IPv4 address. */
public enum PublicAddress {
  /** No public address. */
  NONE("none"),
  /** Given by the provider; it changes when the machine stops. */
  EPHEMERAL("ephemeral"),
  /** Reserved (an Elastic IP or a static address); it stays. */
  STATIC("static");

  private final String id;

  PublicAddress(String id) {
    this.id = id;
  }

  /** Returns the name used in recordings and documents. */
  public String id() {
    return id;
  }

  /** Returns the constant of that name, or nothing. */
  public static Optional<PublicAddress> ofId(String id) {
    return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
  }
}
