package io.headroom.recording.collected;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.headroom.document.Failure;
import io.headroom.model.series.Metric;
import io.headroom.model.unit.TimeRange;
import io.headroom.recording.problem.RecordingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The file {@value #NAME} of a recording that was collected: one row for each machine and time,
 * with the metrics that were answered for it. A recording without it was not collected.
 */
public final class CollectedFile {

  /** Name of the file. */
  public static final String NAME = "collected.csv";

  private static final List<String> COLUMNS = List.of("instance_id", "metrics", "from", "until");
  private static final String BETWEEN_METRICS = ";";

  private CollectedFile() {}

  /** Writes the ranges into a folder; the same ranges give the same bytes. */
  public static void write(Path directory, CollectedRanges ranges) throws IOException {
    try (CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(directory.resolve(NAME), StandardCharsets.UTF_8)) {
      csv.writeRecord(COLUMNS);
      for (String id : ranges.machines()) {
        byRange(ranges.of(id))
            .forEach(
                (range, metrics) ->
                    csv.writeRecord(id, metrics, range.start().toString(), range.end().toString()));
      }
    }
  }

  private static Map<TimeRange, String> byRange(Map<Metric, TimeRange> ranges) {
    return ranges.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getValue,
                LinkedHashMap::new,
                Collectors.mapping(one -> one.getKey().id(), Collectors.joining(BETWEEN_METRICS))));
  }

  /**
   * Reads the ranges of a recording; none if it has no such file. Metrics that are not known are
   * left out.
   *
   * @throws RecordingException if the file cannot be read or is damaged
   */
  public static CollectedRanges read(Path directory) {
    CollectedRanges ranges = new CollectedRanges();
    Path file = directory.resolve(NAME);
    if (!Files.exists(file)) {
      return ranges;
    }
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      csv.forEach(row -> add(row, ranges));
      return ranges;
    } catch (IOException e) {
      throw unreadable(file, Failure.reason(e), e);
    } catch (CsvParseException | DateTimeException | java.util.NoSuchElementException e) {
      throw unreadable(file, "it is damaged (" + e.getMessage() + ")", e);
    } catch (IllegalArgumentException e) {
      throw unreadable(file, "it is damaged (" + e.getMessage() + ")", e);
    }
  }

  private static void add(NamedCsvRecord row, CollectedRanges ranges) {
    TimeRange range =
        new TimeRange(Instant.parse(row.getField("from")), Instant.parse(row.getField("until")));
    for (String metric : List.of(row.getField("metrics").split(BETWEEN_METRICS, -1))) {
      Metric.ofId(metric).ifPresent(known -> ranges.add(row.getField("instance_id"), known, range));
    }
  }

  private static RecordingException unreadable(Path file, String reason, Exception cause) {
    return new RecordingException(
        "Cannot read " + file + ": " + reason + "; remove it to have everything collected anew",
        cause);
  }
}
