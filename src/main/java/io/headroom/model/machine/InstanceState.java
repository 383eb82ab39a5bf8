package io.headroom.model.machine;

import java.util.Arrays;
import java.util.Optional;

/** What a machine is doing now. */
public enum InstanceState {
  /** Running. */
  RUNNING("running"),
  /** Stopped (GCE: TERMINATED); nothing is paid for its CPU and memory. */
  STOPPED("stopped"),
  /** Suspended, its memory kept. */
  SUSPENDED("suspended"),
  /** Between states: pending, staging, stopping. */
  CHANGING("changing");

  private final String id;

  InstanceState(String id) {
    this.id = id;
  }

  /** Returns the name used in recordings and documents. */
  public String id() {
    return id;
  }

  /** Returns the constant of that name, or nothing. */
  public static Optional<InstanceState> ofId(String id) {
    return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
  }
}
