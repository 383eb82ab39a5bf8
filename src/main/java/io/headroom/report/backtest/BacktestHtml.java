package io.headroom.report.backtest;

import io.headroom.advice.Problem;
import io.headroom.advice.backtest.BacktestResult;
import io.headroom.advice.backtest.MachineTrial;
import io.headroom.report.PlainText;
import io.headroom.report.page.DocumentPage;
import io.headroom.report.page.DocumentView;
import io.headroom.report.picture.Picture;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** Backtests as pages: the frontier and the tables. */
final class BacktestHtml {

  private BacktestHtml() {}

  static void write(BacktestResult result, Writer out) throws IOException {
    FleetRows rows = new FleetRows(result);
    List<String> summary = rows.summary();
    DocumentPage.write(
        new DocumentView(
            "Backtest",
            summary.get(0),
            List.of(),
            List.of(),
            List.of(frontier(result)),
            List.of(),
            rows.tables().stream().map(BacktestHtml::table).toList(),
            java.util.stream.Stream.concat(
                    summary.stream().skip(1), result.problems().stream().map(Problem::message))
                .map(PlainText::forTerminal)
                .toList()),
        out);
  }

  private static Picture frontier(BacktestResult result) {
    return new Picture(
        "Price against shortage: further left and further down is better",
        "<div class=\"frontier\">" + new FrontierSvg(result).inPage() + "</div>",
        List.of(
            new Picture.Key("day", "policies, with 95 % intervals"),
            new Picture.Key("compared", "the present sizes and the clairvoyant choice")),
        "");
  }

  private static DocumentView.Table table(FleetRows.Table table) {
    return new DocumentView.Table(upperFirst(table.title()), table.headers(), table.rows());
  }

  static void write(MachineTrial trial, Writer out) throws IOException {
    DocumentPage.write(
        new DocumentView(
            "Backtest",
            "One machine: " + PlainText.forTerminal(trial.instance().id()),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new DocumentView.Table(
                    "What each policy would have done, and how the rest went",
                    MachineRows.HEADERS,
                    MachineRows.of(trial))),
            List.of()),
        out);
  }

  private static String upperFirst(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
