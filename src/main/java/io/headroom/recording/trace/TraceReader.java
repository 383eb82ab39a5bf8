package io.headroom.recording.trace;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.headroom.document.Excerpt;
import io.headroom.document.Failure;
import io.headroom.model.series.Series;
import io.headroom.recording.problem.Found;
import io.headroom.recording.problem.LinePlace;
import io.headroom.recording.problem.ProblemLog;
import io.headroom.recording.problem.RecordingException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Reads a trace file into the spool, in one pass and with one row in memory at a time. */
final class TraceReader {

  private static final int READ_AHEAD = 1 << 16;

  private final Path file;
  private final TraceRowReader rows;
  private final SeriesSpool spool;
  private final ProblemLog problems;
  private final SortedMap<String, TracedMachine> machines = new TreeMap<>();

  TraceReader(Path file, TraceRowReader rows, SeriesSpool spool, ProblemLog problems) {
    this.file = file;
    this.rows = rows;
    this.spool = spool;
    this.problems = problems;
  }

  /**
   * Returns the machines of the trace by id.
   *
   * @throws RecordingException if the file cannot be read to its end, is no trace, or has machines
   *     without cores and none are assumed
   */
  SortedMap<String, TracedMachine> read() {
    try (InputStream in = stream();
        CsvReader<NamedCsvRecord> csv =
            CsvReader.builder()
                .detectBomHeader(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(in)) {
      for (NamedCsvRecord row : csv) {
        requireColumns(row);
        read(row);
      }
    } catch (CsvParseException e) {
      throw unreadable(Excerpt.escaped(String.valueOf(e.getMessage())), e);
    } catch (UncheckedIOException e) {
      throw unreadable(
          Optional.ofNullable(e.getCause()).map(Failure::reason).orElse("it breaks off"), e);
    } catch (IOException e) {
      throw unreadable(Failure.reason(e), e);
    }
    return machines;
  }

  private void read(NamedCsvRecord csv) throws IOException {
    Optional<String> id = csv.findField(TraceColumns.ID);
    LinePlace place = new LinePlace(name(), csv.getStartingLineNumber(), id);
    try {
      TraceRow row = rows.read(csv).orElseThrow(() -> withoutCores(csv));
      Optional<String> contradiction =
          Optional.ofNullable(machines.get(row.id())).flatMap(one -> one.contradiction(row));
      if (contradiction.isPresent()) {
        problems.add(
            place.invalid(
                TraceColumns.ID,
                Found.of(row.id()) + ", and " + contradiction.get(),
                "the row is left out"));
      } else {
        keep(row);
      }
    } catch (TraceFault fault) {
      problems.add(place.invalid(fault.column(), fault.detail(), "the row is left out"));
    } catch (IllegalArgumentException e) {
      // single precision does not hold a huge percentage of many cores
      problems.add(place.unusable("the row", e.getMessage() + "; it is left out"));
    }
  }

  private void keep(TraceRow row) throws IOException {
    List<SeriesSpool.Kept> kept = new ArrayList<>();
    for (Series series : row.series()) {
      kept.add(spool.keep(series));
    }
    machines.computeIfAbsent(row.id(), id -> new TracedMachine(row)).add(row, kept);
  }

  private InputStream stream() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), READ_AHEAD);
    if (!name().endsWith(".gz")) {
      return in;
    }
    try {
      return new GZIPInputStream(in, READ_AHEAD);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private void requireColumns(NamedCsvRecord row) {
    for (String column : TraceColumns.REQUIRED) {
      if (!row.getHeader().contains(column)) {
        throw new RecordingException(
            "Cannot import "
                + file
                + ": it has no column "
                + column
                + "; expected a trace with "
                + String.join(", ", TraceColumns.REQUIRED));
      }
    }
  }

  private RecordingException withoutCores(NamedCsvRecord row) {
    return new RecordingException(
        "Cannot import "
            + file
            + ": line "
            + row.getStartingLineNumber()
            + " has no cores; say how many vCPUs to assume (--assume-vcpus)");
  }

  private RecordingException unreadable(String reason, Exception cause) {
    return new RecordingException("Cannot import " + file + ": " + reason, cause);
  }

  private String name() {
    return String.valueOf(file.getFileName());
  }
}
