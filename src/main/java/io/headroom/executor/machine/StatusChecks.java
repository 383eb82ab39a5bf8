package io.headroom.executor.machine;

/** What the cloud's own checks say of a running machine. */
public enum StatusChecks {
  /** All passed, or the cloud has none (GCE). */
  PASSED,
  /** Not finished. */
  INITIALIZING,
  /** One failed. */
  IMPAIRED
}
