package io.headroom.report.change;

import io.headroom.advice.Problem;
import io.headroom.advice.change.AnswerChange;
import io.headroom.advice.change.FleetChanges;
import io.headroom.report.PlainText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Changes as Markdown. */
final class ChangeMarkdown {

  private ChangeMarkdown() {}

  static void write(FleetChanges changes, Writer out) throws IOException {
    out.write("# " + ChangeWords.title(changes) + "\n\n");
    for (String line : ChangeWords.summary(changes)) {
      out.write(line + "  \n");
    }
    if (!changes.isEmpty()) {
      out.write('\n');
      row(ChangeWords.headers(), out);
      row(ChangeWords.headers().stream().map(header -> "---").toList(), out);
      for (AnswerChange change : changes.changes()) {
        row(ChangeWords.cells(change).stream().map(PlainText::forMarkdown).toList(), out);
      }
    }
    if (!changes.problems().isEmpty()) {
      out.write("\nProblems:\n\n");
      for (Problem problem : changes.problems()) {
        out.write("- " + PlainText.forMarkdown(problem.message()) + "\n");
      }
    }
  }

  private static void row(List<String> cells, Writer out) throws IOException {
    out.write(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }
}
