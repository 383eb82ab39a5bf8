package io.headroom.store;

import io.headroom.testing.Stores;

class PostgresLedgerTest extends LedgerContract {

  @Override
  StoreAddress empty() {
    return Stores.postgres();
  }
}
