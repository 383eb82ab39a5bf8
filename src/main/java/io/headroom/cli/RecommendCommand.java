package io.headroom.cli;

import io.headroom.advice.Adviser;
import io.headroom.advice.Fleet;
import io.headroom.advice.Problem;
import io.headroom.collector.Clouds;
import io.headroom.collector.CollectionProblem;
import io.headroom.collector.run.CollectionResult;
import io.headroom.collector.run.CollectionTarget;
import io.headroom.ledger.Ledger;
import io.headroom.ledger.LedgerOpener;
import io.headroom.recording.RecordingReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A verdict for every machine of a recording, or of a cloud. */
@Command(
    name = "recommend",
    description = {
      "Says for every machine of a recording what it should be, and why.",
      "With --provider it collects first: into --recording or --store, if one is named, else for this once."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples: headroom recommend --recording fleet -o table --out report.csv",
      "          headroom recommend --provider aws --region eu-central-1"
    })
final class RecommendCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Clouds clouds;
  private final LedgerOpener ledgers;
  private final InstantSource clock;

  @Mixin private final FleetOptions fleet = new FleetOptions();
  @Mixin private final CloudOptions cloud = new CloudOptions();
  @Mixin private final CollectionOptions collection = new CollectionOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(names = "--detailed-exitcode", description = "Exits with 2 if a change is recommended.")
  private boolean detailedExitCode;

  RecommendCommand(Terminal terminal, Clouds clouds, LedgerOpener ledgers, InstantSource clock) {
    this.terminal = terminal;
    this.clouds = clouds;
    this.ledgers = ledgers;
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (cloud.isWithoutProvider()) {
      throw new CommandFailure("Missing --provider NAME: expected aws or gce", ExitCode.USAGE);
    }
    if (cloud.provider().isEmpty()) {
      try (OpenFleet open = fleet.open(terminal, ledgers)) {
        return recommend(open.fleet(), fleet.adviser(open.fleet()), List.of());
      }
    }
    if (fleet.recording().isPresent()) {
      return collectAndRecommend(fleet.writableRecording());
    }
    if (fleet.storeAddress(terminal).isPresent()) {
      try (Ledger ledger = ledgers.open(fleet.storeAddress(terminal).get())) {
        return collectAndRecommend(CollectionTarget.ledger(ledger), () -> Fleet.of(ledger));
      }
    }
    try (TemporaryFolder once = TemporaryFolder.make()) {
      return collectAndRecommend(once.path().resolve("recording"));
    }
  }

  private int collectAndRecommend(Path recording) throws InterruptedException {
    return collectAndRecommend(
        CollectionTarget.recording(recording), () -> Fleet.of(RecordingReader.open(recording)));
  }

  private int collectAndRecommend(CollectionTarget target, Supplier<Fleet> collected)
      throws InterruptedException {
    // what is wrong with them is told before a cloud is asked
    fleet.policySet();
    fleet.catalogs();
    Collecting collecting = new Collecting(terminal, clouds, cloud);
    CollectionResult result =
        collecting.run(collection.order(target, fleet.asOf(), clock.instant()));
    Fleet machines = collected.get();
    if (machines.instances().isEmpty() && !result.problems().isEmpty()) {
      collecting.tellProblems(result);
      return ExitCode.ERROR;
    }
    collecting.tellMemory(result);
    return recommend(
        machines,
        fleet.adviserOfCollected(machines),
        result.problems().stream().map(RecommendCommand::problem).toList());
  }

  private static Problem problem(CollectionProblem problem) {
    return new Problem(
        "collection", problem.instanceId().orElse(problem.scope().toString()), problem.message());
  }

  private int recommend(Fleet machines, Adviser adviser, List<Problem> before)
      throws InterruptedException {
    return new Recommending(terminal, output)
        .after(before)
        .run(
            machines,
            adviser,
            detailedExitCode ? Recommending.ChangesExit.TOLD : Recommending.ChangesExit.NOT_TOLD);
  }
}
