package io.headroom.advice.change;

/** What is different about a machine, in the order in which it is told. */
public enum ChangeKind {
  /** There is a recommendation where there was none. */
  NEW,
  /** Another type or worker count is recommended than before, or it has another type now. */
  CHANGED,
  /** There was a recommendation, and the machine is as it should be now. */
  RESOLVED,
  /** There was a verdict, and now too little is known. */
  UNDECIDED,
  /** It is left out now: opted out, stopped, frozen, or without a policy. */
  EXCLUDED,
  /** The machine is not there any more. */
  GONE
}
