package io.headroom.executor.operation;

/** What an operation may have left on a machine before any stop, to be undone if it is given up. */
public enum Trace {
  /** The mark. */
  MARKED,
  /** Fewer workers than before. */
  SHRUNK
}
