package io.headroom.ledger.page;

import io.headroom.ledger.problem.LedgerException;

/** A cursor that no page of this list has given. */
public final class InvalidCursorException extends LedgerException {

  private static final long serialVersionUID = 1;

  /** Says that the cursor is none of this list. */
  public InvalidCursorException() {
    super(
        "Invalid cursor: it is none of this list; expected the one that came with the page before");
  }
}
