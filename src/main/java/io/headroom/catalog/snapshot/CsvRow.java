package io.headroom.catalog.snapshot;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.headroom.document.Excerpt;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A row of a CSV file, read field by field; every refusal names file, line and field. */
final class CsvRow {

  private final String file;
  private final int[] positions;
  private final CsvRecord fields;

  CsvRow(String file, int[] positions, CsvRecord fields) {
    this.file = file;
    this.positions = positions;
    this.fields = fields;
  }

  /** Returns a field that must not be empty. */
  String text(Column column) {
    String value = raw(column);
    if (value.isEmpty()) {
      throw invalid(column, "a value");
    }
    return value;
  }

  /** Returns a field; nothing if it is empty. */
  Optional<String> find(Column column) {
    String value = raw(column);
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  /** Returns the parts of a field that are joined by a bar; none if it is empty. */
  List<String> parts(Column column) {
    String value = raw(column);
    return value.isEmpty() ? List.of() : List.of(value.split("\\|", -1));
  }

  /** Returns a whole number from {@code least}. */
  int whole(Column column, int least) {
    return whole(column, raw(column), least);
  }

  /** Returns a part of a field as a whole number from {@code least}. */
  int whole(Column column, String value, int least) {
    int number = PlainNumber.whole(value);
    if (number < least) {
      throw invalid(column, "a whole number from " + least);
    }
    return number;
  }

  /** Returns a decimal number above 0. */
  BigDecimal decimal(Column column) {
    BigDecimal number = notNegative(column);
    if (number.signum() == 0) {
      throw invalid(column, "a decimal number above 0");
    }
    return number;
  }

  /** Returns a decimal number of 0 or more. */
  BigDecimal notNegative(Column column) {
    return PlainNumber.decimal(raw(column))
        .orElseThrow(() -> invalid(column, "a decimal number such as 0.0864"));
  }

  /** Returns a decimal number above 0; nothing if the field is empty. */
  Optional<BigDecimal> findDecimal(Column column) {
    return raw(column).isEmpty() ? Optional.empty() : Optional.of(decimal(column));
  }

  /**
   * Returns what {@code parse} makes of a field.
   *
   * @param expected the form that {@code parse} accepts, for the message
   */
  <T> T read(Column column, String expected, Function<String, T> parse) {
    try {
      return parse.apply(text(column));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw invalid(column, expected);
    }
  }

  /** Returns the refusal of a field. */
  SnapshotException invalid(Column column, String expected) {
    return refusal(
        "Invalid "
            + column.title()
            + ": "
            + Excerpt.quoted(raw(column))
            + "; expected "
            + expected);
  }

  /** Returns the refusal of the row. */
  SnapshotException refusal(String reason) {
    return new SnapshotException(
        "Cannot read " + file + " line " + fields.getStartingLineNumber() + ": " + reason);
  }

  private String raw(Column column) {
    return fields.getField(positions[column.ordinal()]);
  }
}
