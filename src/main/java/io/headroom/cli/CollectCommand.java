package io.headroom.cli;

import io.headroom.collector.Clouds;
import io.headroom.collector.run.CollectionOrder;
import io.headroom.collector.run.CollectionResult;
import io.headroom.collector.run.CollectionTarget;
import io.headroom.executor.probe.HostProbes;
import io.headroom.ledger.Ledger;
import io.headroom.ledger.LedgerOpener;
import io.headroom.report.PlainText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fills a recording from a cloud. */
@Command(
    name = "collect",
    description = "Reads machines and their utilization from a cloud into a recording.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A recording that is there is continued: only what is new is asked for.",
      "Example: headroom collect --provider aws --region eu-central-1 --recording fleet"
    })
final class CollectCommand implements Callable<Integer> {

  private static final BigDecimal SMALL = new BigDecimal("0.10");

  private final Terminal terminal;
  private final Clouds clouds;
  private final LedgerOpener ledgers;
  private final InstantSource clock;
  private final HostProbes probes;

  @Mixin private final CloudOptions cloud = new CloudOptions();
  @Mixin private final CollectionOptions collection = new CollectionOptions();

  @Option(
      names = "--recording",
      paramLabel = "DIR",
      description = "Folder of the recording to make or to continue (default: into the store).")
  private Optional<Path> recording = Optional.empty();

  @Mixin private final StoreOption store = new StoreOption();

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      converter = FleetOptions.TimeConverter.class,
      description = "End of the time to collect, such as 2026-07-20T00:00:00Z (default: now).")
  private Optional<Instant> asOf = Optional.empty();

  @Option(
      names = "--estimate",
      description =
          "Say what it would take and cost; lists machines and metrics, reads no samples.")
  private boolean estimate;

  @Option(
      names = "--hosts",
      paramLabel = "FILE",
      description = "Look into the machines that this file lists, and measure their workers too.")
  private Optional<Path> hosts = Optional.empty();

  CollectCommand(
      Terminal terminal,
      Clouds clouds,
      LedgerOpener ledgers,
      InstantSource clock,
      HostProbes probes) {
    this.terminal = terminal;
    this.clouds = clouds;
    this.ledgers = ledgers;
    this.clock = clock;
    this.probes = probes;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (recording.isPresent() && store.isGiven()) {
      throw new CommandFailure(
          "Invalid --recording and --store: expected one of them", ExitCode.USAGE);
    }
    if (recording.isPresent()) {
      String next = "--recording " + PlainText.forTerminal(recording.get().toString());
      return collect(CollectionTarget.recording(recording.get()), " " + next);
    }
    if (store.address(terminal.environment()).isEmpty()) {
      throw new CommandFailure(
          "Missing --recording DIR or --store FILE|URL: name where the samples are to go",
          ExitCode.USAGE);
    }
    try (Ledger ledger = store.open(terminal.environment(), ledgers)) {
      String next = store.isGiven() ? " --store " + ledger.upkeep().status().location() : "";
      return collect(CollectionTarget.ledger(ledger), next);
    }
  }

  private int collect(CollectionTarget target, String next) throws InterruptedException {
    CollectionOrder order = collection.order(target, asOf, clock.instant());
    Collecting collecting =
        hosts
            .filter(file -> !estimate) // an estimate looks into no machine
            .map(file -> new Collecting(terminal, clouds, cloud).lookingInto(probes.open(file)))
            .orElseGet(() -> new Collecting(terminal, clouds, cloud));
    CollectionResult result = estimate ? collecting.estimate(order) : collecting.run(order);
    collecting.tellProblems(result);
    tell(result, next);
    return result.problems().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
  }

  private void tell(CollectionResult result, String next) {
    terminal
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "%s until %s: %s, %s, %s USD at list price; %s",
                Counted.of(result.machines(), "machine"),
                result.until(),
                Counted.of(result.cost().requests(), "request"),
                Counted.of(result.cost().points(), "point"),
                dollars(result.cost().charge()),
                estimate ? "nothing was read" : "next: headroom recommend" + next));
    terminal.out().flush();
  }

  /** In cents, or with two digits where that would be little more than nothing. */
  private static String dollars(BigDecimal charge) {
    boolean isSmall = charge.signum() > 0 && charge.compareTo(SMALL) < 0;
    return (isSmall
            ? charge.round(new MathContext(2, RoundingMode.HALF_UP))
            : charge.setScale(2, RoundingMode.HALF_UP))
        .toPlainString();
  }
}
