package io.headroom.model.machine;

import java.util.Arrays;
import java.util.Optional;

/** The operating system as it is billed; list prices of the catalog are for Linux. */
public enum Platform {
  /** Linux without a licence fee. */
  LINUX("linux"),
  /** Windows. */
  WINDOWS("windows"),
  /** Red Hat Enterprise Linux. */
  RHEL("rhel"),
  /** SUSE Linux Enterprise. */
  SUSE("suse"),
  /** Anything else with a price of its own. */
  OTHER("other");

  private final String id;

  Platform(String id) {
    this.id = id;
  }

  /** Returns the name used in recordings and documents. */
  public String id() {
    return id;
  }

  /** Returns the constant of that name, or nothing. */
  public static Optional<Platform> ofId(String id) {
    return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
  }
}
