package io.headroom.wiring;

import io.headroom.ledger.Ledger;
import io.headroom.ledger.LedgerOpener;
import io.headroom.store.SqlLedger;
import io.headroom.store.StoreAddress;
import java.util.Map;
import java.util.Optional;

/**
 * Opens stores; user and password may be in the environment.
 *
 * @param environment environment variables
 */
record Stores(Map<String, String> environment) implements LedgerOpener {

  @Override
  public Ledger open(String address) {
    return SqlLedger.open(
        StoreAddress.parse(
            address,
            Optional.ofNullable(environment.get("HEADROOM_STORE_USER")),
            Optional.ofNullable(environment.get("HEADROOM_STORE_PASSWORD"))));
  }
}
