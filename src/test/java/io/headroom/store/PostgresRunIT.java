package io.headroom.store;

import io.headroom.testing.Stores;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class PostgresRunIT extends RunContract {

  @Override
  StoreAddress empty() {
    return Stores.postgres();
  }
}
