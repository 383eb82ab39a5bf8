package io.headroom.batch;

import io.headroom.configuration.Configuration.StoreSection;
import io.headroom.ledger.Ledger;

/** Opens the store that the configuration names. */
@FunctionalInterface
public interface LedgerSource {

  /**
   * Opens the store; whoever opened it closes it.
   *
   * @throws io.headroom.ledger.problem.LedgerException if it cannot be opened, or was written by a
   *     newer program
   */
  Ledger open(StoreSection section);
}
