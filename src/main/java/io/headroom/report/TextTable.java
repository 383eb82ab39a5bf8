package io.headroom.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A table of plain text, columns apart by two blanks, without lines. */
public final class TextTable {

  private TextTable() {}

  /**
   * Returns the table, rows separated by newlines, without a trailing one.
   *
   * @param numbers headers of the columns that are aligned to the right
   * @param longest longest cell; what is longer ends in an ellipsis
   */
  public static String of(
      List<String> headers, List<List<String>> rows, Set<String> numbers, int longest) {
    Column[] columns =
        headers.stream()
            .map(
                header -> {
                  HorizontalAlign align =
                      numbers.contains(header) ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
                  return new Column()
                      .header(header)
                      .headerAlign(align)
                      .dataAlign(align)
                      .maxWidth(longest + 2, OverflowBehaviour.ELLIPSIS_RIGHT);
                })
            .toArray(Column[]::new);
    String[][] data = rows.stream().map(row -> row.toArray(String[]::new)).toArray(String[][]::new);
    return AsciiTable.builder()
        .border(AsciiTable.NO_BORDERS)
        .data(columns, data)
        .asString()
        .lines()
        .map(String::stripTrailing)
        .filter(line -> !line.isEmpty())
        .map(line -> line.substring(1)) // each cell has a blank on either side
        .collect(Collectors.joining("\n"));
  }
}
