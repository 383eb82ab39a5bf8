package io.headroom.model.machine;

import java.util.Arrays;
import java.util.Optional;

/** What a machine's {@code memory_used} counts. */
public enum MemoryMeasure {
  /** Total less available: what the machine must hold, shared memory included. */
  TOTAL_MINUS_AVAILABLE("total_minus_available"),
  /** Total less free, buffers and cached, as agents report it: shared memory is left out. */
  AGENT_USED("agent_used"),
  /** Committed bytes of Windows. */
  COMMITTED_BYTES("committed_bytes"),
  /** Committed bytes as a percentage of memory plus page file: says nothing of memory alone. */
  COMMIT_PERCENT("commit_percent");

  private final String id;

  MemoryMeasure(String id) {
    this.id = id;
  }

  /** Returns the name used in recordings and documents. */
  public String id() {
    return id;
  }

  /** Returns the constant of that name, or nothing. */
  public static Optional<MemoryMeasure> ofId(String id) {
    return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
  }
}
