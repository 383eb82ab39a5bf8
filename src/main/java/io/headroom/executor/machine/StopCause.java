package io.headroom.executor.machine;

/** Why a machine is not running. */
public enum StopCause {
  /** Somebody told the cloud to stop it. */
  REQUESTED,
  /** The cloud could not start it or could not keep it running (EC2: Server.*). */
  PROVIDER,
  /** It runs, or the cloud does not say. */
  UNKNOWN
}
