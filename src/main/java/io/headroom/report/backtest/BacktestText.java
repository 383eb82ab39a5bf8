package io.headroom.report.backtest;

import io.headroom.advice.Problem;
import io.headroom.advice.backtest.BacktestResult;
import io.headroom.advice.backtest.MachineTrial;
import io.headroom.report.PlainText;
import io.headroom.report.TextTable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Backtests as plain text and as Markdown. */
final class BacktestText {

  private static final int WIDEST = 60;

  private BacktestText() {}

  static void plain(BacktestResult result, Writer out) throws IOException {
    FleetRows rows = new FleetRows(result);
    for (FleetRows.Table table : rows.tables()) {
      out.write(aligned(table.headers(), table.rows()) + "\n  " + table.title() + "\n\n");
    }
    for (String line : rows.summary()) {
      out.write(line + "\n");
    }
  }

  static void plain(MachineTrial trial, Writer out) throws IOException {
    out.write(aligned(MachineRows.HEADERS, MachineRows.of(trial)) + "\n");
  }

  private static String aligned(List<String> headers, List<List<String>> rows) {
    Set<String> numbers = new TreeSet<>(headers);
    numbers.removeAll(Set.of("POLICY", "CUT", "FINDING", "TYPE"));
    return TextTable.of(headers, rows, numbers, WIDEST);
  }

  static void markdown(BacktestResult result, Writer out) throws IOException {
    FleetRows rows = new FleetRows(result);
    for (String line : rows.summary()) {
      out.write(PlainText.forMarkdown(line) + "  \n");
    }
    for (FleetRows.Table table : rows.tables()) {
      out.write("\n" + PlainText.forMarkdown(table.title()) + "\n\n");
      // but for names, cells are numbers of ours: escaping them would only hurt whoever reads the
      // source
      markdown(table.headers(), table.rows().stream().map(BacktestText::nameEscaped).toList(), out);
    }
    if (!result.problems().isEmpty()) {
      out.write("\n" + result.problems().size() + " problems:\n\n");
      for (Problem problem : result.problems()) {
        out.write("- " + PlainText.forMarkdown(problem.message()) + "\n");
      }
    }
  }

  static void markdown(MachineTrial trial, Writer out) throws IOException {
    markdown(
        MachineRows.HEADERS,
        MachineRows.of(trial).stream()
            .map(row -> row.stream().map(PlainText::forMarkdown).toList())
            .toList(),
        out);
  }

  private static List<String> nameEscaped(List<String> row) {
    List<String> cells = new ArrayList<>(row);
    cells.set(0, PlainText.forMarkdown(row.get(0)));
    return cells;
  }

  private static void markdown(List<String> headers, List<List<String>> rows, Writer out)
      throws IOException {
    row(headers, out);
    row(headers.stream().map(header -> "---").toList(), out);
    for (List<String> row : rows) {
      row(row, out);
    }
  }

  private static void row(List<String> cells, Writer out) throws IOException {
    out.write(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }
}
