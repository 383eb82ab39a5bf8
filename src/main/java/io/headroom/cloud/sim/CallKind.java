package io.headroom.cloud.sim;

/** The calls that leave a replica. */
public enum CallKind {
  /** A look at a machine. */
  LOOK,
  /** A question about what is allowed and offered. */
  OBJECTIONS,
  /** A stop. */
  STOP,
  /** A change of type. */
  CHANGE_TYPE,
  /** A start. */
  START,
  /** A mark put on. */
  MARK,
  /** A mark taken off. */
  UNMARK,
  /** A look at the workers. */
  WORKERS,
  /** A change of the workers. */
  SET_WORKERS,
  /** A look at the application. */
  HEALTH,
  /** A claim in the journal. */
  CLAIM,
  /** A write to the journal. */
  WRITE;

  /** Whether it changes a machine. */
  public boolean changesMachine() {
    return this == STOP || this == CHANGE_TYPE || this == START;
  }
}
