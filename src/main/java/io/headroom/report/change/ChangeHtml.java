package io.headroom.report.change;

import io.headroom.advice.Problem;
import io.headroom.advice.change.FleetChanges;
import io.headroom.report.PlainText;
import io.headroom.report.page.DocumentPage;
import io.headroom.report.page.DocumentView;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Changes as a page for a browser. */
final class ChangeHtml {

  private ChangeHtml() {}

  static void write(FleetChanges changes, Writer out) throws IOException {
    List<DocumentView.Table> tables =
        changes.isEmpty()
            ? List.of()
            : List.of(
                new DocumentView.Table(
                    "What changed",
                    ChangeWords.headers(),
                    changes.changes().stream().map(ChangeWords::cells).toList()));
    DocumentPage.write(
        new DocumentView(
            "What changed",
            ChangeWords.title(changes),
            List.of(),
            ChangeWords.summary(changes),
            List.of(),
            List.of(),
            tables,
            changes.problems().stream().map(Problem::message).map(PlainText::forTerminal).toList()),
        out);
  }
}
