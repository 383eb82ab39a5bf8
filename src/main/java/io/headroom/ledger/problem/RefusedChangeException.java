package io.headroom.ledger.problem;

/** A change that what is there does not allow. */
public final class RefusedChangeException extends LedgerException {

  private static final long serialVersionUID = 1;

  /** Says what was refused and why. */
  public RefusedChangeException(String message) {
    super(message);
  }
}
