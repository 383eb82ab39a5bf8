package io.headroom.ledger.problem;

/** There is nothing of that id. */
public final class UnknownEntryException extends LedgerException {

  private static final long serialVersionUID = 1;

  /**
   * Says what there is not.
   *
   * @param kind what it would be, such as {@code recommendation}
   */
  public UnknownEntryException(String kind, String id) {
    super("Cannot find " + kind + " " + id + ": there is none of that id");
  }
}
