package io.headroom.ledger.problem;

/** Somebody else has taken over what was claimed; nothing of the change was made. */
public final class LostClaimException extends LedgerException {

  private static final long serialVersionUID = 1;

  /**
   * Says what is lost.
   *
   * @param kind what was claimed, such as {@code run}
   */
  public LostClaimException(String kind, String id) {
    super(
        "Cannot go on with "
            + kind
            + " "
            + id
            + ": it is over or another process has taken it over");
  }
}
