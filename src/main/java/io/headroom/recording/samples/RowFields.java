package io.headroom.recording.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.headroom.recording.problem.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row cut into its fields. The values, nearly all of the row, stay bytes. */
final class RowFields {

  static final List<String> COLUMNS =
      List.of("instance_id", "metric", "unit", "start", "step_seconds", "values");

  private static final int NAMES = COLUMNS.size() - 1;

  /** What a row is called when it is not one field of it that is wrong. */
  static final String ROW = "row";

  private final List<String> names;
  private final byte[] text;
  private final int valuesFrom;

  private RowFields(List<String> names, byte[] text, int valuesFrom) {
    this.names = names;
    this.text = text;
    this.valuesFrom = valuesFrom;
  }

  /**
   * Cuts a line; quoted fields are allowed.
   *
   * @throws RowFault if it has too few or too many fields
   */
  static RowFields of(byte[] line) throws RowFault {
    List<String> names = new ArrayList<>(NAMES);
    int from = 0;
    while (names.size() < NAMES) {
      if (isQuoteAt(line, from)) {
        return ofQuoted(line);
      }
      int comma = comma(line, from);
      if (comma < 0) {
        throw wrongCount(names.size() + 1);
      }
      names.add(text(line, from, comma));
      from = comma + 1;
    }
    return isQuoteAt(line, from) ? ofQuoted(line) : new RowFields(names, line, from);
  }

  /**
   * Returns the first field of a line.
   *
   * @throws RowFault if it is empty or the only one
   */
  static String instanceId(byte[] line) throws RowFault {
    String id;
    if (isQuoteAt(line, 0)) {
      id = ofQuoted(line).names.get(0);
    } else {
      int comma = comma(line, 0);
      if (comma < 0) {
        throw wrongCount(1);
      }
      id = text(line, 0, comma);
    }
    if (id.isBlank()) {
      throw new RowFault(COLUMNS.get(0), "nothing", "the id of an instance in the inventory");
    }
    return id;
  }

  /** Returns the second field, read as far as it goes from a line that may be broken. */
  static Optional<String> metric(byte[] line) {
    List<String> fields = fields(line, CsvReader.builder());
    return fields.size() < 2 ? Optional.empty() : Optional.of(fields.get(1));
  }

  String metric() {
    return names.get(1);
  }

  String unit() {
    return names.get(2);
  }

  String start() {
    return names.get(3);
  }

  String step() {
    return names.get(4);
  }

  /** Returns the bytes that end with the values. */
  byte[] text() {
    return text;
  }

  /** Returns where the values begin. */
  int valuesFrom() {
    return valuesFrom;
  }

  private static RowFields ofQuoted(byte[] line) throws RowFault {
    List<String> fields = fields(line, CsvReader.builder().allowUnclosedQuote(false));
    if (fields.isEmpty()) {
      throw new RowFault(
          ROW, Found.of(text(line, 0, line.length)), "each quoted field to end in a quote");
    }
    if (fields.size() != COLUMNS.size()) {
      throw wrongCount(fields.size());
    }
    return new RowFields(fields.subList(0, NAMES), fields.get(NAMES).getBytes(UTF_8), 0);
  }

  private static RowFault wrongCount(int found) {
    return new RowFault(
        ROW,
        found + (found == 1 ? " field" : " fields"),
        COLUMNS.size() + ": " + String.join(",", COLUMNS));
  }

  /**
   * Returns the fields by the rules of RFC 4180; none if the quotes are not to the reader's mind.
   */
  private static List<String> fields(byte[] line, CsvReader.CsvReaderBuilder reader) {
    try {
      return reader.ofSingleCsvRecord(text(line, 0, line.length)).getFields();
    } catch (CsvParseException e) {
      return List.of();
    }
  }

  private static boolean isQuoteAt(byte[] line, int at) {
    return at < line.length && line[at] == '"';
  }

  private static int comma(byte[] line, int from) {
    for (int at = from; at < line.length; at++) {
      if (line[at] == ',') {
        return at;
      }
    }
    return -1;
  }

  private static String text(byte[] line, int from, int to) {
    return new String(line, from, to - from, UTF_8);
  }
}
