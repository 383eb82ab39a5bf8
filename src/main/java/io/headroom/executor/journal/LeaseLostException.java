package io.headroom.executor.journal;

import io.headroom.model.resize.OperationId;

/** Somebody else owns the operation now; nothing was written. */
public final class LeaseLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names the operation and the epoch that is no longer valid. */
  public LeaseLostException(OperationId operation, long epoch) {
    super("Cannot write to " + operation + ": epoch " + epoch + " is over; another replica has it");
  }
}
