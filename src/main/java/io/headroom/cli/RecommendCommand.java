package io.headroom.cli;

import io.headroom.advice.Adviser;
import io.headroom.recording.RecordingReader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A verdict for every machine of a recording. */
@Command(
    name = "recommend",
    description = "Says for every machine of a recording what it should be, and why.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: headroom recommend --recording fleet -o table --out report.csv"})
final class RecommendCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final FleetOptions fleet = new FleetOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(names = "--detailed-exitcode", description = "Exits with 2 if a change is recommended.")
  private boolean detailedExitCode;

  RecommendCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    RecordingReader reader = fleet.reader();
    Adviser adviser = fleet.adviser(reader);
    return new Recommending(terminal, output)
        .run(
            reader,
            adviser,
            detailedExitCode ? Recommending.ChangesExit.TOLD : Recommending.ChangesExit.NOT_TOLD);
  }
}
