package io.headroom.cli;

import io.headroom.ledger.Ledger;
import io.headroom.ledger.LedgerOpener;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The store that is meant: named here, else by the environment. */
final class StoreOption {

  private static final String VARIABLE = "HEADROOM_STORE";

  @Option(
      names = "--store",
      paramLabel = "FILE|URL",
      description = {
        "Store to use: a file, or postgresql://host:port/database (default: HEADROOM_STORE;",
        "password in HEADROOM_STORE_PASSWORD)."
      })
  private Optional<String> address = Optional.empty();

  /** Whether it is named on the command line. */
  boolean isGiven() {
    return address.isPresent();
  }

  /** Returns the address; nothing if no store is named. */
  Optional<String> address(Map<String, String> environment) {
    return address.or(
        () -> Optional.ofNullable(environment.get(VARIABLE)).filter(text -> !text.isBlank()));
  }

  /**
   * Opens the store.
   *
   * @throws CommandFailure if none is named
   */
  Ledger open(Map<String, String> environment, LedgerOpener ledgers) {
    return ledgers.open(
        address(environment)
            .orElseThrow(
                () ->
                    new CommandFailure(
                        "Missing --store FILE|URL: name a file, or postgresql://host:port/database",
                        ExitCode.USAGE)));
  }
}
