package io.headroom.ledger.run;

/** What started a run. */
public enum RunTrigger {
  /** The schedule of the service. */
  SCHEDULE,
  /** Somebody at a command line, or a scheduler outside. */
  COMMAND,
  /** A request to the service. */
  REQUEST
}
