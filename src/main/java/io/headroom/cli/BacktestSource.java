package io.headroom.cli;

import io.headroom.advice.Problem;
import io.headroom.advice.backtest.TraceRecording;
import io.headroom.catalog.Catalogs;
import io.headroom.model.machine.Provider;
import io.headroom.recording.RecordingReader;
import io.headroom.recording.trace.TraceImporter;
import io.headroom.report.PlainText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a backtest reads: a recording, or a trace that is imported for as long as it is needed. */
final class BacktestSource {

  @Option(
      names = "--recording",
      paramLabel = "DIR",
      description =
          "Folder of the recording: inventory.json and samples.csv.gz. demo is the bundled one.")
  private Optional<Path> recording = Optional.empty();

  @Option(
      names = "--traces",
      paramLabel = "FILE",
      description = "A trace instead, each machine on the nearest type, as headroom import does.")
  private Optional<Path> traces = Optional.empty();

  @Option(
      names = "--region",
      defaultValue = "us-east-1",
      paramLabel = "NAME",
      description = "With --traces: EC2 region of types and prices (default: ${DEFAULT-VALUE}).")
  private String region = "";

  @Option(
      names = "--assume-vcpus",
      paramLabel = "N",
      description = "With --traces: vCPUs of machines whose cores the trace does not have.")
  private Optional<Integer> assumedVcpus = Optional.empty();

  @Mixin private final CatalogOptions catalog = new CatalogOptions();

  /**
   * What was opened.
   *
   * @param name what a person called it
   * @param problems what of a trace could not be imported
   */
  record Opened(
      RecordingReader reader, String name, List<Problem> problems, Optional<TraceRecording> trace)
      implements AutoCloseable {
    @Override
    public void close() {
      trace.ifPresent(TraceRecording::close);
    }
  }

  /**
   * Opens the recording, or imports the trace.
   *
   * @throws CommandFailure if not exactly one of them was named
   */
  Opened open(Catalogs catalogs) {
    if (recording.isPresent() == traces.isPresent()) {
      throw new CommandFailure(
          recording.isPresent()
              ? "Invalid --traces: there is a --recording too; expected one of them"
              : "Missing --recording DIR or --traces FILE: name what to try policies on",
          ExitCode.USAGE);
    }
    return recording
        .map(
            folder ->
                new Opened(
                    FleetOptions.open(folder),
                    PlainText.forTerminal(folder.toString()),
                    List.of(),
                    Optional.empty()))
        .orElseGet(() -> imported(traces.orElseThrow(), catalogs));
  }

  private Opened imported(Path file, Catalogs catalogs) {
    if (assumedVcpus.orElse(1) < 1) {
      throw new CommandFailure(
          "Invalid --assume-vcpus: " + assumedVcpus.get() + "; expected 1 or more", ExitCode.USAGE);
    }
    TraceRecording trace =
        TraceRecording.of(
            file,
            new TraceImporter(
                catalogs.region(Provider.AWS, region),
                assumedVcpus.map(OptionalInt::of).orElse(OptionalInt.empty())));
    return new Opened(
        trace.reader(),
        PlainText.forTerminal(file.toString()),
        trace.problems().stream()
            .map(
                problem ->
                    new Problem(
                        "trace", problem.instanceId().orElse(problem.file()), problem.message()))
            .toList(),
        Optional.of(trace));
  }

  /** Returns the catalog, refreshed and at prices of one's own as far as was asked for. */
  Catalogs catalogs() {
    return catalog.catalogs();
  }
}
