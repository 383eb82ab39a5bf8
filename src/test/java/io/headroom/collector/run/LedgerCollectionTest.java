package io.headroom.collector.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.advice.Fleet;
import io.headroom.ledger.Ledger;
import io.headroom.store.SqlLedger;
import io.headroom.testing.Stores;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCollectionTest extends CollectionRunContract {

  @TempDir private Path folder = Path.of("");

  private Ledger ledger;

  @BeforeEach
  void open() {
    ledger = SqlLedger.open(Stores.file(folder));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Override
  CollectionTarget target() {
    return CollectionTarget.ledger(ledger);
  }

  @Override
  Fleet collected() {
    return Fleet.of(ledger);
  }

  @Test
  void remembersMachinesThatAreGone() throws InterruptedException {
    run(NOON);
    cloud.remove("i-b");

    run(ONE);

    assertThat(ledger.instances().find("i-b").orElseThrow().goneSince()).contains(ONE);
  }
}
