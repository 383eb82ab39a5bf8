package io.headroom.report.change;

import io.headroom.advice.Problem;
import io.headroom.advice.change.FleetChanges;
import io.headroom.report.PlainText;
import io.headroom.report.TextTable;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;

/** Changes as a table for people. */
final class ChangeText {

  private static final int LONGEST_CELL = 44;

  private ChangeText() {}

  static void write(FleetChanges changes, Writer out) throws IOException {
    out.write(ChangeWords.title(changes) + "\n\n");
    if (!changes.isEmpty()) {
      out.write(
          TextTable.of(
              ChangeWords.headers(),
              changes.changes().stream().map(ChangeWords::cells).toList(),
              Set.of("SAVES/MO"),
              LONGEST_CELL));
      out.write("\n\n");
    }
    for (String line : ChangeWords.summary(changes)) {
      out.write(line + "\n");
    }
    for (Problem problem : changes.problems()) {
      out.write("  " + PlainText.forTerminal(problem.message()) + "\n");
    }
  }
}
