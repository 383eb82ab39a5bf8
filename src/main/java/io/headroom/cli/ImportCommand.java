package io.headroom.cli;

import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Provider;
import io.headroom.recording.trace.TraceImport;
import io.headroom.recording.trace.TraceImporter;
import io.headroom.report.PlainText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a recording of a utilization trace. */
@Command(
    name = "import",
    description = "Turns a utilization trace into a recording, each machine on the nearest type.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: headroom import --traces bitbrains-rnd.csv.gz --recording bitbrains"})
final class ImportCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--traces",
      required = true,
      paramLabel = "FILE",
      description = "The trace, a CSV file, packed with gzip or not.")
  private Path traces = Path.of("");

  @Option(
      names = "--recording",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the recording to make.")
  private Path recording = Path.of("");

  @Option(
      names = "--region",
      defaultValue = "us-east-1",
      paramLabel = "NAME",
      description =
          "EC2 region whose types and prices the machines get (default: ${DEFAULT-VALUE}).")
  private String region = "";

  @Option(
      names = "--assume-vcpus",
      paramLabel = "N",
      description = "vCPUs of machines whose cores the trace does not have; they get no memory.")
  private Optional<Integer> assumedVcpus = Optional.empty();

  @Mixin private final SnapshotOption snapshot = new SnapshotOption();

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    RegionCatalog catalog = snapshot.catalogs().region(Provider.AWS, region);
    if (assumedVcpus.orElse(1) < 1) {
      throw new CommandFailure(
          "Invalid --assume-vcpus: " + assumedVcpus.get() + "; expected 1 or more", ExitCode.USAGE);
    }
    TraceImport imported =
        new TraceImporter(catalog, assumedVcpus.map(OptionalInt::of).orElse(OptionalInt.empty()))
            .run(traces, recording);
    imported
        .problems()
        .forEach(problem -> terminal.say("problem: " + PlainText.forTerminal(problem.message())));
    terminal
        .out()
        .println(
            imported.machines()
                + " machines until "
                + imported.recordedUntil()
                + " in "
                + PlainText.forTerminal(recording.toString())
                + "; next: headroom recommend --recording "
                + PlainText.forTerminal(recording.toString()));
    terminal.out().flush();
    return imported.problems().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
  }
}
