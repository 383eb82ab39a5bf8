package io.headroom.recording.trace;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.headroom.recording.problem.Found;
import io.headroom.recording.samples.RowLimits;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields of a trace's row by their columns; a column that is not there is empty. */
final class TraceColumns {

  static final String ID = "vm_id";
  static final String START = "start_epoch";
  static final String STEP = "step_s";
  static final String SLOTS = "n";
  static final String CPU = "cpu_pct";

  /** Columns without which nothing can be made of a trace. */
  static final List<String> REQUIRED = List.of(ID, START, STEP, SLOTS, CPU);

  /** Where times that are only relative begin: a Monday, the first day of a leap year. */
  private static final Instant RELATIVE_EPOCH = Instant.parse("2024-01-01T00:00:00Z");

  /** Earlier times are seconds since the beginning of a trace: nobody traced a machine then. */
  private static final Instant EARLIEST_ABSOLUTE = Instant.parse("2000-01-01T00:00:00Z");

  private final NamedCsvRecord row;

  TraceColumns(NamedCsvRecord row) {
    this.row = row;
  }

  long line() {
    return row.getStartingLineNumber();
  }

  String text(String column) {
    return row.findField(column).orElse("");
  }

  String requiredText(String column) {
    String text = text(column);
    if (text.isBlank()) {
      throw new TraceFault(column, "nothing; expected text");
    }
    return text;
  }

  /** Returns a whole number from 1 to {@code most}. */
  int count(String column, int most) {
    long number = wholeNumber(column);
    if (number < 1 || number > most) {
      throw new TraceFault(column, number + "; expected 1 to " + most);
    }
    return (int) number;
  }

  /** Returns when the first slot starts; relative times begin at a fixed moment. */
  Instant start() {
    Instant start = Instant.ofEpochSecond(wholeNumber(START));
    Instant absolute =
        start.isBefore(EARLIEST_ABSOLUTE)
            ? RELATIVE_EPOCH.plusSeconds(start.getEpochSecond())
            : start;
    if (!RowLimits.allowsStart(absolute)) {
      throw new TraceFault(START, absolute + "; expected a time of 2000 to 2099, in seconds");
    }
    return absolute;
  }

  /** Returns the dataset and what the meta column says, as tags. */
  SortedMap<String, String> tags() {
    SortedMap<String, String> tags = new TreeMap<>();
    for (String pair : text("meta").split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        tags.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    tags.put("dataset", text("dataset"));
    return tags;
  }

  private long wholeNumber(String column) {
    try {
      return Long.parseLong(text(column));
    } catch (NumberFormatException e) {
      throw new TraceFault(column, Found.of(text(column)) + "; expected a whole number");
    }
  }
}
