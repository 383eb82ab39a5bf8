package io.headroom.cli;

import io.headroom.ledger.Ledger;
import io.headroom.ledger.LedgerOpener;
import io.headroom.ledger.upkeep.StoreStatus;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What is remembered, and where. */
@Command(
    name = "store",
    description = "Says what is remembered, and where.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class StoreCommand {

  private final Terminal terminal;
  private final LedgerOpener ledgers;

  StoreCommand(Terminal terminal, LedgerOpener ledgers) {
    this.terminal = terminal;
    this.ledgers = ledgers;
  }

  /** Returns the command that says what a store is and holds. */
  Status status() {
    return new Status(terminal, ledgers);
  }

  /** What a store is and holds. */
  @Command(
      name = "status",
      description = "Shows the schema, the size, and how many of what a store holds.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example: headroom store status --store headroom.db"})
  static final class Status implements Callable<Integer> {

    private final Terminal terminal;
    private final LedgerOpener ledgers;

    @Mixin private final StoreOption store = new StoreOption();

    Status(Terminal terminal, LedgerOpener ledgers) {
      this.terminal = terminal;
      this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
      try (Ledger ledger = store.open(terminal.environment(), ledgers)) {
        tell(ledger.upkeep().status());
      }
      terminal.out().flush();
      return ExitCode.OK;
    }

    private void tell(StoreStatus status) {
      line("database", status.database());
      line("location", status.location());
      line("schema", status.schema());
      line("bytes", status.bytes().isPresent() ? "" + status.bytes().getAsLong() : "not known");
      line("oldest sample", status.oldestSample().map(Object::toString).orElse("none"));
      line("collected until", status.newestSample().map(Object::toString).orElse("never"));
      status.rows().forEach((name, count) -> line(name.replace('_', ' '), count.toString()));
    }

    private void line(String name, String value) {
      terminal.out().println(String.format(Locale.ROOT, "%-17s %s", name, value));
    }
  }
}
