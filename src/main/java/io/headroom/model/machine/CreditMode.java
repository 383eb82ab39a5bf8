package io.headroom.model.machine;

import java.util.Arrays;
import java.util.Optional;

/** What a burstable EC2 machine does when its CPU credits run out. */
public enum CreditMode {
  /** It is throttled to its baseline. */
  STANDARD("standard"),
  /** It goes on, and surplus credits are charged. */
  UNLIMITED("unlimited");

  private final String id;

  CreditMode(String id) {
    this.id = id;
  }

  /** Returns the name used in recordings and documents. */
  public String id() {
    return id;
  }

  /** Returns the constant of that name, or nothing. */
  public static Optional<CreditMode> ofId(String id) {
    return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
  }
}
