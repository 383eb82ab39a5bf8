package io.headroom.executor.machine;

/** What the cloud says to a stop that it accepted. */
public enum StopAnswer {
  /** It was running and is stopping now. */
  STOPPING,
  /** It was stopping or stopped already: somebody was quicker. */
  WAS_NOT_RUNNING
}
