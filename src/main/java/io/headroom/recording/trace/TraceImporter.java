package io.headroom.recording.trace;

import io.headroom.document.Failure;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Observation;
import io.headroom.model.series.Observations;
import io.headroom.model.series.Series;
import io.headroom.recording.RecordingWriter;
import io.headroom.recording.problem.ProblemLog;
import io.headroom.recording.problem.RecordingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * Makes a recording of a utilization trace. Every machine becomes one of a region, on the instance
 * type nearest to its cores and memory (see {@link NearestType}), while its samples stay vCPUs and
 * MiB used; where its cores or memory change for a day or more, the types become its type history.
 * Times that are only relative begin at 2024-01-01T00:00:00Z.
 *
 * <p>Memory is needed for the list of machines and for one series at a time; the samples wait in a
 * temporary file. The same trace gives the same bytes.
 */
public final class TraceImporter {

  private final RegionCatalog catalog;
  private final OptionalInt assumedVcpus;

  /**
   * Prepares an import.
   *
   * @param catalog the region whose types the machines get
   * @param assumedVcpus vCPUs of machines whose cores the trace does not have; without it, such a
   *     trace is refused
   * @throws IllegalArgumentException if the assumed number is less than 1
   */
  public TraceImporter(RegionCatalog catalog, OptionalInt assumedVcpus) {
    if (assumedVcpus.isPresent() && assumedVcpus.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "Invalid assumed vCPUs: " + assumedVcpus.getAsInt() + "; expected 1 or more");
    }
    this.catalog = catalog;
    this.assumedVcpus = assumedVcpus;
  }

  /**
   * Imports a trace; rows that cannot be used are problems.
   *
   * @param traces a CSV file, packed with gzip if its name ends in {@code .gz}
   * @param recording folder of the recording
   * @throws RecordingException if the trace cannot be read or has no machine, or the recording
   *     cannot be written
   */
  public TraceImport run(Path traces, Path recording) {
    ProblemLog problems = new ProblemLog();
    TraceRowReader rows = new TraceRowReader(new NearestType(catalog), assumedVcpus);
    try (RecordingWriter writer = RecordingWriter.create(recording);
        SeriesSpool spool = SeriesSpool.open()) {
      SortedMap<String, TracedMachine> machines =
          new TraceReader(traces, rows, spool, problems).read();
      Instant end =
          machines.values().stream()
              .flatMap(machine -> machine.series().stream())
              .map(SeriesSpool.Kept::end)
              .max(Instant::compareTo)
              .orElseThrow(() -> nothingIn(traces, problems));
      for (TracedMachine machine : machines.values()) {
        writer.add(observation(machine, spool));
      }
      writer.finish(end);
      return new TraceImport(machines.size(), end, problems.inOrder());
    } catch (IOException e) {
      throw new RecordingException("Cannot import " + traces + ": " + Failure.reason(e), e);
    }
  }

  private Observation observation(TracedMachine machine, SeriesSpool spool) throws IOException {
    List<Series> series = new ArrayList<>();
    for (SeriesSpool.Kept kept : machine.series()) {
      series.add(spool.read(kept));
    }
    return new Observation(machine.instance(catalog), Observations.of(series));
  }

  private static RecordingException nothingIn(Path traces, ProblemLog problems) {
    String reason =
        problems.inOrder().stream()
            .findFirst()
            .map(problem -> "first problem: " + problem.message())
            .orElse("expected a row for each");
    return new RecordingException(
        "Cannot import " + traces + ": it has no machine that can be used; " + reason);
  }
}
