package io.headroom.model.machine;

import java.util.Arrays;
import java.util.Optional;

/** How a machine is bought. */
public enum Lifecycle {
  /** Runs until somebody stops it. */
  ON_DEMAND("on_demand"),
  /** Spot or preemptible: its type cannot be changed. */
  SPOT("spot"),
  /** Bought for a fixed time. */
  CAPACITY_BLOCK("capacity_block");

  private final String id;

  Lifecycle(String id) {
    this.id = id;
  }

  /** Returns the name used in recordings and documents. */
  public String id() {
    return id;
  }

  /** Returns the constant of that name, or nothing. */
  public static Optional<Lifecycle> ofId(String id) {
    return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
  }
}
