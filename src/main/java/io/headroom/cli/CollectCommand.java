package io.headroom.cli;

import io.headroom.collector.CloudPorts;
import io.headroom.collector.CloudSelection;
import io.headroom.collector.Clouds;
import io.headroom.collector.Inventory;
import io.headroom.collector.run.CollectionOrder;
import io.headroom.collector.run.CollectionResult;
import io.headroom.collector.run.CollectionRun;
import io.headroom.executor.probe.HostProbes;
import io.headroom.model.machine.Provider;
import io.headroom.report.PlainText;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

  private final Terminal terminal;
  private final Clouds clouds;
  private final InstantSource clock;
  private final HostProbes probes;

  @Option(
      names = "--provider",
      required = true,
      paramLabel = "NAME",
      description = "Cloud to read from: aws or gce.")
  private String provider = "";

  @Option(
      names = {"--account", "--project"},
      paramLabel = "NAME",
      description = {
        "AWS account: the name of a profile, the ARN of a role, or an account id with --role",
        "(default: that of the environment). Google project: its id. Repeatable."
      })
  private List<String> accounts = List.of();

  @Option(
      names = "--role",
      paramLabel = "NAME",
      description = "Role to assume in accounts that are given by id.")
  private Optional<String> role = Optional.empty();

  @Option(
      names = "--region",
      split = ",",
      paramLabel = "NAME",
      description = "Region; repeatable (default: that of the environment).")
  private List<String> regions = List.of();

  @Option(
      names = "--recording",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the recording to make or to continue.")
  private Path recording = Path.of("");

  @Option(
      names = "--lookback",
      defaultValue = "42d",
      converter = LengthConverter.class,
      paramLabel = "TIME",
      description = "How far back to go at first (default: ${DEFAULT-VALUE}).")
  private Duration lookback = Duration.ZERO;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      converter = FleetOptions.TimeConverter.class,
      description = "End of the time to collect, such as 2026-07-20T00:00:00Z (default: now).")
  private Optional<Instant> asOf = Optional.empty();

  @Option(
      names = "--parallel",
      defaultValue = "8",
      paramLabel = "N",
      description = "Requests under way at once (default: ${DEFAULT-VALUE}).")
  private int parallel = 1;

  @Option(
      names = "--quota-percent",
      defaultValue = "100",
      paramLabel = "N",
      description = {
        "How much of the provider's published quotas to use (default: ${DEFAULT-VALUE}): less leaves",
        "room for others, more is for quotas that were raised."
      })
  private int quotaPercent = 1;

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

  CollectCommand(Terminal terminal, Clouds clouds, InstantSource clock, HostProbes probes) {
    this.terminal = terminal;
    this.clouds = clouds;
    this.clock = clock;
    this.probes = probes;
  }

  @Override
  public Integer call() throws InterruptedException {
    CollectionOrder order = order();
    CloudSelection selection = new CloudSelection(provider(), accounts, role, regions);
    try (CloudPorts ports = clouds.open(selection)) {
      CollectionRun run = new CollectionRun(inventory(ports), ports.sources(), order);
      return told(estimate ? run.estimate() : run.run());
    }
  }

  /** An estimate looks into no machine. */
  private Inventory inventory(CloudPorts ports) {
    return hosts
        .filter(file -> !estimate)
        .<Inventory>map(file -> new ProbedInventory(ports.inventory(), probes.open(file)))
        .orElseGet(ports::inventory);
  }

  private CollectionOrder order() {
    Instant now = clock.instant();
    Instant end = asOf.orElse(now);
    if (end.isAfter(now)) {
      throw new CommandFailure(
          "Invalid --as-of: " + end + "; expected no later than now, " + now, ExitCode.USAGE);
    }
    requirePositive("--parallel", parallel);
    requirePositive("--quota-percent", quotaPercent);
    return new CollectionOrder(recording, lookback, end, now, parallel, quotaPercent);
  }

  private static void requirePositive(String option, int value) {
    if (value < 1) {
      throw new CommandFailure(
          "Invalid " + option + ": " + value + "; expected 1 or more", ExitCode.USAGE);
    }
  }

  private Provider provider() {
    return Provider.ofId(provider)
        .orElseThrow(
            () ->
                new CommandFailure(
                    "Invalid --provider: " + provider + "; expected aws or gce", ExitCode.USAGE));
  }

  private int told(CollectionResult result) {
    result.problems().forEach(problem -> terminal.say("problem: " + problem.message()));
    if (!result.withoutMemory().isEmpty()) {
      terminal.say(
          "note: "
              + result.withoutMemory().size()
              + " of "
              + result.machines()
              + " machines have no memory metric, such as "
              + result.withoutMemory().get(0));
    }
    String folder = PlainText.forTerminal(recording.toString());
    terminal
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "%d machines until %s: %d requests, %d points, %s USD at list price; %s",
                result.machines(),
                result.until(),
                result.cost().requests(),
                result.cost().points(),
                result.cost().charge().setScale(2, RoundingMode.HALF_UP).toPlainString(),
                estimate ? "nothing was read" : "next: headroom recommend --recording " + folder));
    terminal.out().flush();
    return result.problems().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
  }
}
