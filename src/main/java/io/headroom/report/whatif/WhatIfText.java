package io.headroom.report.whatif;

import io.headroom.advice.SizeComparison;
import io.headroom.model.verdict.Notice;
import io.headroom.model.verdict.NoticeKind;
import io.headroom.report.PlainText;
import io.headroom.report.TextTable;
import io.headroom.report.Wrapped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Sizes compared, as text for people: the table, what it would have felt like, the picture. */
final class WhatIfText {

  private static final int WIDEST_CELL = 40;

  /** Notices that say how far the recorded demand can be trusted. */
  private static final Set<NoticeKind> OF_THE_DEMAND =
      EnumSet.of(
          NoticeKind.TYPE_ASSUMED,
          NoticeKind.CPU_ABOVE_CAPACITY,
          NoticeKind.SAMPLES_CONTRADICT_TYPE,
          NoticeKind.DEMAND_AT_LEAST,
          NoticeKind.EXCLUDES_SHARED_MEMORY,
          NoticeKind.BALLOON_INCLUDES_CACHE,
          NoticeKind.LEFT_OUT,
          NoticeKind.RUNS_PART_TIME);

  private WhatIfText() {}

  /** Returns the text, ending with a newline. */
  static String of(SizeComparison comparison, TextPictures pictures) {
    List<String> lines = new ArrayList<>();
    lines.add(title(comparison));
    lines.add("");
    WhatIfTable table = new WhatIfTable(comparison);
    List<String> headers = table.headers();
    lines.add(
        TextTable.of(
            headers, table.rows(), new TreeSet<>(headers.subList(1, headers.size())), WIDEST_CELL));
    lines.add("");
    Felt.sentences(comparison).forEach(sentence -> lines.addAll(Wrapped.of(sentence)));
    List<String> chart =
        pictures == TextPictures.UNICODE ? DemandChart.of(comparison) : List.<String>of();
    if (!chart.isEmpty()) {
      lines.add("");
      lines.add("Largest CPU demand of each day, in vCPU, and what each size has");
      lines.addAll(chart);
    }
    notes(comparison).forEach(note -> lines.add("note: " + PlainText.forTerminal(note)));
    return String.join("\n", lines) + "\n";
  }

  static String title(SizeComparison comparison) {
    return PlainText.forTerminal(comparison.verdict().instance().label())
        + ": the demand of "
        + comparison.days().size()
        + " days on "
        + comparison.sizes().size()
        + (comparison.sizes().size() == 1 ? " size" : " sizes");
  }

  /** Returns what to know of the demand, in the verdict's order. */
  static List<String> notes(SizeComparison comparison) {
    return comparison.verdict().notices().stream()
        .filter(notice -> OF_THE_DEMAND.contains(notice.kind()))
        .map(Notice::text)
        .toList();
  }
}
