package io.headroom.ledger.problem;

/** Something could not be read or kept. The message says what, why and what to do. */
public class LedgerException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Says what is wrong. */
  public LedgerException(String message) {
    super(message);
  }

  /** Says what is wrong and what it comes from. */
  public LedgerException(String message, Throwable cause) {
    super(message, cause);
  }
}
