package io.headroom.ledger;

/** Opens what is remembered by the address a person gives. */
public interface LedgerOpener {

  /**
   * Opens a store, and makes it if it is a file that is not there.
   *
   * @param address a file, or {@code postgresql://host:port/database}
   * @throws io.headroom.ledger.problem.LedgerException if it is no address, or cannot be opened
   */
  Ledger open(String address);
}
