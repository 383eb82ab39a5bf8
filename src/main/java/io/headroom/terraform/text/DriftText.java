package io.headroom.terraform.text;

import io.headroom.report.PlainText;
import io.headroom.report.TextTable;
import io.headroom.terraform.drift.Conclusion;
import io.headroom.terraform.drift.Difference;
import io.headroom.terraform.drift.DriftReport;
import io.headroom.terraform.drift.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What file, state and cloud disagree about, for people. */
public final class DriftText {

  private static final int WIDEST = 160;
  private static final List<String> HEADERS =
      List.of("KEY", "OF", "FILE", "STATE", "CLOUD", "WHO DIFFERS");

  private DriftText() {}

  /** Returns a table for a terminal, and what it comes to. */
  public static String table(DriftReport report) {
    String rows =
        report.differences().isEmpty()
            ? ""
            : TextTable.of(HEADERS, rows(report, PlainText::forTerminal), Set.of(), WIDEST) + "\n";
    return rows + summary(report) + "\n";
  }

  /** Returns a table in Markdown, for a comment on a pull request. */
  public static String markdown(DriftReport report) {
    StringBuilder text = new StringBuilder("### Headroom\n\n");
    text.append(PlainText.forMarkdown(summary(report))).append(".\n");
    if (!report.differences().isEmpty()) {
      text.append('\n').append(row(HEADERS));
      text.append(row(HEADERS.stream().map(header -> "---").toList()));
      rows(report, PlainText::forMarkdown).forEach(cells -> text.append(row(cells)));
    }
    return text.toString();
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static List<List<String>> rows(DriftReport report, UnaryOperator<String> safe) {
    return report.differences().stream().map(one -> cells(one, safe)).toList();
  }

  private static List<String> cells(Difference difference, UnaryOperator<String> safe) {
    List<String> cells = new ArrayList<>();
    cells.add(safe.apply(difference.key()));
    cells.add(safe.apply(difference.facet().id()));
    for (Place place : Place.values()) {
      cells.add(safe.apply(difference.of(place).orElse("–")));
    }
    cells.add(safe.apply(Conclusion.of(difference)));
    return cells;
  }

  private static String summary(DriftReport report) {
    return report.compared()
        + (report.compared() == 1 ? " machine" : " machines")
        + " compared, "
        + report.differences().size()
        + (report.differences().size() == 1 ? " difference" : " differences");
  }
}
