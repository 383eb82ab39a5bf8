package io.headroom.ledger.run;

/** How far a run is. */
public enum RunState {
  /** Under way, or left behind by a process that died: its lease tells. */
  RUNNING,
  /** Done, with nothing missing. */
  SUCCEEDED,
  /** Done, with problems: the result is there, and less than it could be. */
  PARTIAL,
  /** Ended without a result. */
  FAILED,
  /** Missed, and not caught up. */
  SKIPPED;

  /** Whether there are recommendations of it. */
  public boolean hasResult() {
    return this == SUCCEEDED || this == PARTIAL;
  }
}
