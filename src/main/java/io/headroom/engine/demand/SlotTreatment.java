package io.headroom.engine.demand;

/** What a slot is good for. */
enum SlotTreatment {
  /** Outside the look-back window. */
  OUTSIDE,
  /** Counts in every respect. */
  COUNTED,
  /** Observed, but within 15 minutes of a start or a resize: it does not set a peak. */
  SETTLING,
  /** Cut out: a window the policy leaves out, or a time the machine was known to be stopped. */
  CUT,
  /** Outside the look-back window, inside a named peak: it may set the demand, nothing else. */
  KEPT
}
