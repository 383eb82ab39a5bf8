package io.headroom.catalog.snapshot;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.headroom.document.Excerpt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A CSV file with a line of titles; columns are found by their title, in whatever order. */
final class CsvTable {

  private static final CsvReader.CsvReaderBuilder READER =
      CsvReader.builder()
          .allowUnclosedQuote(false)
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE);

  private CsvTable() {}

  /**
   * Returns the rows of {@code content} after the line of titles. Columns beyond {@code columns}
   * are passed over: a later version may have more.
   *
   * @throws SnapshotException if a column is missing, or a row has more or fewer fields than titles
   */
  static List<CsvRow> rows(String file, String content, Column[] columns) {
    try (CsvReader<CsvRecord> reader = READER.ofCsvRecord(content)) {
      List<CsvRow> rows = new ArrayList<>();
      int[] positions = null;
      int width = 0;
      for (CsvRecord fields : reader) {
        if (positions == null) {
          positions = positions(file, fields.getFields(), columns);
          width = fields.getFieldCount();
        } else {
          CsvRow row = new CsvRow(file, positions, fields);
          if (fields.getFieldCount() != width) {
            throw row.refusal(
                "it has " + fields.getFieldCount() + " fields; expected " + width + ", as titled");
          }
          rows.add(row);
        }
      }
      if (positions == null) {
        throw new SnapshotException("Cannot read " + file + ": it is empty; expected titles");
      }
      return rows;
    } catch (CsvParseException e) {
      throw new SnapshotException(
          "Cannot read "
              + file
              + ": it is no CSV file: "
              + Excerpt.of(String.valueOf(e.getMessage())),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int[] positions(String file, List<String> titles, Column[] columns) {
    int[] positions = new int[columns.length];
    for (Column column : columns) {
      int position = titles.indexOf(column.title());
      if (position < 0) {
        throw new SnapshotException(
            "Cannot read " + file + " line 1: the column " + column.title() + " is missing");
      }
      positions[column.ordinal()] = position;
    }
    return positions;
  }
}
