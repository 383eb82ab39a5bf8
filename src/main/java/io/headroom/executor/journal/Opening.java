package io.headroom.executor.journal;

import io.headroom.model.resize.OperationId;

/**
 * What came of opening an operation.
 *
 * @param operation the operation opened, or the one that is in the way
 */
public record Opening(Result result, OperationId operation) {

  /** What came of it. */
  public enum Result {
    /** It is open. */
    OPENED,
    /** The machine has an active operation. */
    MACHINE_BUSY,
    /** As many machines of its group as may are being changed. */
    GROUP_BUSY,
    /** As many machines as may are being changed. */
    FLEET_BUSY
  }
}
