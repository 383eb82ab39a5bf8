package io.headroom.model.machine;

import java.util.Arrays;
import java.util.Optional;

/** How a machine boots. */
public enum BootMode {
  /** BIOS. */
  LEGACY_BIOS("legacy-bios"),
  /** UEFI. */
  UEFI("uefi"),
  /** UEFI where the type has it, else BIOS. */
  UEFI_PREFERRED("uefi-preferred");

  private final String id;

  BootMode(String id) {
    this.id = id;
  }

  /** Returns the name used in recordings and documents. */
  public String id() {
    return id;
  }

  /** Returns the constant of that name, or nothing. */
  public static Optional<BootMode> ofId(String id) {
    return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
  }
}
