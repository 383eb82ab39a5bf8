package io.headroom.executor.journal;

/** What people want of an operation. */
public enum Wish {
  /** That it goes on. */
  GO_ON,
  /** That it waits as long as nothing has happened to the machine. */
  PAUSE,
  /** That it is given up, or turned back if it can no longer be given up. */
  CANCEL
}
