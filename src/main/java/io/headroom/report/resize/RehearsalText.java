package io.headroom.report.resize;

import io.headroom.executor.rehearsal.RehearsedResize;
import io.headroom.report.PlainText;
import io.headroom.report.TextTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a rehearsal went, for people. */
public final class RehearsalText {

  private static final int WIDEST = 60;

  private RehearsalText() {}

  /** Returns the lines: a table, what people would have been told, and what it adds up to. */
  public static List<String> of(List<RehearsedResize> rehearsed) {
    List<String> lines = new ArrayList<>();
    if (!rehearsed.isEmpty()) {
      lines.add(
          TextTable.of(
              List.of("machine", "from", "to", "ends as", "outcome", "away"),
              rehearsed.stream().map(RehearsalText::row).toList(),
              Set.of("away"),
              WIDEST));
      lines.add("");
    }
    for (RehearsedResize one : rehearsed) {
      String name = PlainText.forTerminal(one.planned().machine().label());
      one.faults().forEach(fault -> lines.add(name + " met " + words(fault)));
      one.pages().forEach(page -> lines.add("page: " + PlainText.forTerminal(page)));
    }
    lines.add(sum(rehearsed));
    return lines;
  }

  private static List<String> row(RehearsedResize one) {
    return List.of(
        PlainText.forTerminal(one.planned().machine().label()),
        one.planned().from(),
        one.planned().goal(),
        one.type() + (one.end() == RehearsedResize.End.RUNNING ? "" : " (down)"),
        one.outcome().map(Object::toString).orElse("not ended"),
        length(one.longestAway()));
  }

  private static String sum(List<RehearsedResize> rehearsed) {
    long down = rehearsed.stream().filter(one -> one.end() == RehearsedResize.End.DOWN).count();
    Duration longest =
        rehearsed.stream()
            .map(RehearsedResize::longestAway)
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    return "Rehearsed: "
        + rehearsed.size()
        + " resizes, "
        + down
        + " left down, longest away "
        + length(longest)
        + ".";
  }

  private static String words(String fault) {
    return fault.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String length(Duration length) {
    return length.toMinutes() + "m " + length.toSecondsPart() + "s";
  }
}
