package io.headroom.store;

import io.headroom.testing.Stores;

class PostgresRunTest extends RunContract {

  @Override
  StoreAddress empty() {
    return Stores.postgres();
  }
}
