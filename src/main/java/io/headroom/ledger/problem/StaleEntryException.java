package io.headroom.ledger.problem;

/** Something has changed since whoever wants to change it looked. */
public final class StaleEntryException extends LedgerException {

  private static final long serialVersionUID = 1;

  /**
   * Says what has changed.
   *
   * @param kind what it is, such as {@code recommendation}
   */
  public StaleEntryException(String kind, String id) {
    super("Cannot change " + kind + " " + id + ": it has changed since it was read; read it again");
  }
}
