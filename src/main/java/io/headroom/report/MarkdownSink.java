package io.headroom.report;

import io.headroom.advice.Judged;
import io.headroom.advice.Problem;
import io.headroom.advice.RunSummary;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Verdicts as a Markdown table, for a pull request or a wiki. */
final class MarkdownSink implements VerdictSink {

  private final Writer out;

  MarkdownSink(Writer out) throws IOException {
    this.out = out;
    row(VerdictRow.headers());
    row(VerdictRow.headers().stream().map(header -> "---").toList());
  }

  @Override
  public void accept(Judged judged) throws IOException {
    row(new VerdictRow(judged.verdict()).cells().stream().map(PlainText::forMarkdown).toList());
  }

  private void row(List<String> cells) throws IOException {
    out.write(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  @Override
  public void finish(RunSummary summary) throws IOException {
    out.write('\n');
    for (String line : SummaryText.lines(summary.totals())) {
      out.write(line + "  \n");
    }
    if (!summary.problems().isEmpty()) {
      out.write("\n" + SummaryText.problems(summary.problems().size()) + ":\n\n");
      for (Problem problem : summary.problems()) {
        out.write("- " + PlainText.forMarkdown(problem.message()) + "\n");
      }
    }
    out.flush();
  }
}
