package io.headroom.wiring;

import io.headroom.batch.LedgerSource;
import io.headroom.configuration.Configuration.StoreSection;
import io.headroom.configuration.DataFolder;
import io.headroom.configuration.Secret;
import io.headroom.ledger.Ledger;
import io.headroom.ledger.problem.LedgerException;
import io.headroom.store.SqlLedger;
import io.headroom.store.StoreAddress;
import java.util.Map;

/**
 * The store of the configuration, or a file in the user's folder for data.
 *
 * @param environment environment variables, which say where that is
 */
record ConfiguredStore(Map<String, String> environment) implements LedgerSource {

  ConfiguredStore {
    environment = Map.copyOf(environment);
  }

  @Override
  public Ledger open(StoreSection section) {
    String place =
        section
            .url()
            .or(() -> DataFolder.of(environment).map(folder -> folder.resolve("store").toString()))
            .orElseThrow(
                () ->
                    new LedgerException(
                        "Cannot open the store: there is no folder for data; name one with"
                            + " store.url"));
    return SqlLedger.open(
        StoreAddress.parse(place, section.user(), section.password().map(Secret::reveal)));
  }
}
