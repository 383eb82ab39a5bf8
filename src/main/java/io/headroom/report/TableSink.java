package io.headroom.report;

import io.headroom.advice.Judged;
import io.headroom.advice.Problem;
import io.headroom.advice.RunSummary;
import io.headroom.model.verdict.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Verdicts as a table for people, followed by what they add up to and what went wrong. */
final class TableSink implements VerdictSink {

  /** A name longer than this is cut; it is whole in every other format. */
  private static final int LONGEST_CELL = 36;

  /** As people look for a machine. */
  private static final Comparator<Verdict> BY_NAME =
      Comparator.<Verdict, String>comparing(verdict -> Column.nameOf(verdict.instance()))
          .thenComparing(verdict -> verdict.instance().id());

  private static final Set<String> NUMBERS =
      Set.of("CPU", "MEM GIB", "WORKERS", "SAVES/MO", "NOW/MO", "RISK");

  private final Writer out;
  private final List<String> headers;
  private final Function<VerdictRow, List<String>> cells;
  private final Paint paint;
  private final List<Verdict> verdicts = new ArrayList<>();

  private TableSink(
      Writer out, List<String> headers, Function<VerdictRow, List<String>> cells, Paint paint) {
    this.out = out;
    this.headers = headers;
    this.cells = cells;
    this.paint = paint;
  }

  static TableSink table(Writer out, Paint paint) {
    return new TableSink(out, VerdictRow.headers(), VerdictRow::cells, paint);
  }

  static TableSink wide(Writer out, Paint paint) {
    return new TableSink(out, VerdictRow.wideHeaders(), VerdictRow::wideCells, paint);
  }

  @Override
  public void accept(Judged judged) {
    verdicts.add(judged.verdict());
  }

  @Override
  public void finish(RunSummary summary) throws IOException {
    if (!verdicts.isEmpty()) {
      List<List<String>> rows =
          verdicts.stream().sorted(BY_NAME).map(VerdictRow::new).map(cells).toList();
      out.write(paint.findings(TextTable.of(headers, rows, NUMBERS, LONGEST_CELL)));
      out.write("\n\n");
    }
    for (String line : SummaryText.lines(summary.totals())) {
      out.write(line);
      out.write('\n');
    }
    if (!summary.problems().isEmpty()) {
      out.write("\n" + SummaryText.problems(summary.problems().size()) + ":\n");
      for (Problem problem : summary.problems()) {
        out.write("  " + PlainText.forTerminal(problem.message()) + "\n");
      }
    }
    out.flush();
  }
}
