package io.headroom.cli;

import io.headroom.advice.Adviser;
import io.headroom.advice.Problem;
import io.headroom.collector.Clouds;
import io.headroom.collector.CollectionProblem;
import io.headroom.collector.run.CollectionResult;
import io.headroom.recording.RecordingReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A verdict for every machine of a recording, or of a cloud. */
@Command(
    name = "recommend",
    description = {
      "Says for every machine of a recording what it should be, and why.",
      "With --provider it collects first: into --recording, if one is named, else for this once."
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
  private final InstantSource clock;

  @Mixin private final FleetOptions fleet = new FleetOptions();
  @Mixin private final CloudOptions cloud = new CloudOptions();
  @Mixin private final CollectionOptions collection = new CollectionOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(names = "--detailed-exitcode", description = "Exits with 2 if a change is recommended.")
  private boolean detailedExitCode;

  RecommendCommand(Terminal terminal, Clouds clouds, InstantSource clock) {
    this.terminal = terminal;
    this.clouds = clouds;
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (cloud.isWithoutProvider()) {
      throw new CommandFailure("Missing --provider NAME: expected aws or gce", ExitCode.USAGE);
    }
    if (cloud.provider().isEmpty()) {
      RecordingReader reader = fleet.reader();
      return recommend(reader, fleet.adviser(reader), List.of());
    }
    if (fleet.recording().isPresent()) {
      return collectAndRecommend(fleet.writableRecording());
    }
    try (TemporaryFolder once = TemporaryFolder.make()) {
      return collectAndRecommend(once.path().resolve("recording"));
    }
  }

  private int collectAndRecommend(Path recording) throws InterruptedException {
    // what is wrong with them is told before a cloud is asked
    fleet.policySet();
    fleet.catalogs();
    Collecting collecting = new Collecting(terminal, clouds, cloud);
    CollectionResult result =
        collecting.run(collection.order(recording, fleet.asOf(), clock.instant()));
    RecordingReader reader = RecordingReader.open(recording);
    if (reader.recording().instances().isEmpty() && !result.problems().isEmpty()) {
      collecting.tellProblems(result);
      return ExitCode.ERROR;
    }
    collecting.tellMemory(result);
    return recommend(
        reader,
        fleet.adviserOfCollected(reader),
        result.problems().stream().map(RecommendCommand::problem).toList());
  }

  private static Problem problem(CollectionProblem problem) {
    return new Problem(
        "collection", problem.instanceId().orElse(problem.scope().toString()), problem.message());
  }

  private int recommend(RecordingReader reader, Adviser adviser, List<Problem> before)
      throws InterruptedException {
    return new Recommending(terminal, output)
        .after(before)
        .run(
            reader,
            adviser,
            detailedExitCode ? Recommending.ChangesExit.TOLD : Recommending.ChangesExit.NOT_TOLD);
  }
}
