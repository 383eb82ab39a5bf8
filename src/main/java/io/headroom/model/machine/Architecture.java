package io.headroom.model.machine;

import java.util.Arrays;
import java.util.Optional;

/** The instruction set of a machine or a type. */
public enum Architecture {
  /** 64-bit Intel and AMD. */
  X86_64("x86_64"),
  /** 64-bit Arm (Graviton, Axion, Ampere). */
  ARM64("arm64"),
  /** 32-bit Intel, on a few old EC2 types. */
  I386("i386"),
  /** Intel Mac. */
  X86_64_MAC("x86_64_mac"),
  /** Apple silicon Mac. */
  ARM64_MAC("arm64_mac");

  private final String id;

  Architecture(String id) {
    this.id = id;
  }

  /** Returns the name used in recordings and documents. */
  public String id() {
    return id;
  }

  /** Returns the constant of that name, or nothing. */
  public static Optional<Architecture> ofId(String id) {
    return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
  }
}
