package io.headroom.store;

import io.headroom.testing.Stores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2RunTest extends RunContract {

  @TempDir private Path folder;

  @Override
  StoreAddress empty() {
    return Stores.file(folder);
  }
}
