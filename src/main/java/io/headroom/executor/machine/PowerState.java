package io.headroom.executor.machine;

/** What a machine is doing, as far as it decides what may be done to it. */
public enum PowerState {
  /** It was told to start and is on its way (GCE: PROVISIONING, STAGING). */
  STARTING,
  /** It runs. */
  RUNNING,
  /** It was told to stop and is on its way. */
  STOPPING,
  /** It does not run and can be changed (GCE: TERMINATED). */
  STOPPED,
  /** Its memory was written to disk; it cannot be changed. */
  SUSPENDED,
  /** It is being deleted or was deleted (EC2: shutting-down, terminated). */
  DELETED
}
