package io.headroom.report.whatif;

import io.headroom.advice.ComparedSize;
import io.headroom.advice.SizeComparison;
import io.headroom.engine.candidate.Need;
import io.headroom.engine.replay.DayDemand;
import io.headroom.model.unit.VCpus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The peak CPU demand of each day as a column of blocks, with a line for what each size has. A
 * column that crosses a line is a day on which that size would have been too small; a day without
 * samples is a dot.
 */
final class DemandChart {

  private static final int ROWS = 10;
  private static final int MOST_COLUMNS = 64;
  private static final String LEVELS = " ▁▂▃▄▅▆▇█";
  private static final int FULL = LEVELS.length() - 1;

  private final SizeComparison comparison;
  private final List<OptionalDouble> columns;
  private final double top;

  private DemandChart(SizeComparison comparison) {
    this.comparison = comparison;
    this.columns = columns(comparison.days());
    double demand = columns.stream().flatMapToDouble(OptionalDouble::stream).max().orElse(0);
    this.top =
        Math.max(
            demand,
            comparison.sizes().stream().mapToDouble(DemandChart::capacity).max().orElse(demand));
  }

  /** Returns the lines of the chart; none if CPU was not recorded. */
  static List<String> of(SizeComparison comparison) {
    DemandChart chart = new DemandChart(comparison);
    return comparison.cpuRecorded() && chart.top > 0 ? chart.lines() : List.of();
  }

  /** One column a day, or one for several days if there are too many: the largest of them. */
  private static List<OptionalDouble> columns(List<DayDemand> days) {
    int each = Math.max(1, (days.size() + MOST_COLUMNS - 1) / MOST_COLUMNS);
    List<OptionalDouble> columns = new ArrayList<>();
    for (int from = 0; from < days.size(); from += each) {
      columns.add(
          days.subList(from, Math.min(days.size(), from + each)).stream()
              .flatMap(day -> day.cpuPeak().stream())
              .mapToDouble(peak -> peak.value())
              .max());
    }
    return columns;
  }

  private static double capacity(ComparedSize size) {
    return Need.countedVcpus(size.trial().type()).value();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int row = ROWS - 1; row >= 0; row--) {
      lines.add((row(row) + label(row)).stripTrailing());
    }
    List<DayDemand> days = comparison.days();
    String first = days.get(0).day().toString();
    String last = days.get(days.size() - 1).day().toString();
    int between = columns.size() - first.length() - last.length();
    lines.add(
        between > 0
            ? first + " ".repeat(between) + last
            : first + (days.size() > 1 ? " to " + last : ""));
    return lines;
  }

  private String row(int row) {
    char empty = sizesIn(row).isEmpty() ? ' ' : '─';
    StringBuilder line = new StringBuilder();
    for (OptionalDouble column : columns) {
      if (column.isEmpty()) {
        line.append(row == 0 ? '·' : empty);
      } else {
        int level = (int) Math.round((column.getAsDouble() / top * ROWS - row) * FULL);
        line.append(level <= 0 ? empty : LEVELS.charAt(Math.min(FULL, level)));
      }
    }
    return line.toString();
  }

  private List<ComparedSize> sizesIn(int row) {
    return comparison.sizes().stream().filter(size -> rowOf(capacity(size)) == row).toList();
  }

  private int rowOf(double vcpus) {
    return Math.min(ROWS - 1, (int) (vcpus / top * ROWS));
  }

  /** Says what the line in a row stands for: {@code ─ 2 vCPU: c6a.large, m5.large}. */
  private String label(int row) {
    SortedMap<VCpus, List<String>> names = new TreeMap<>(Comparator.reverseOrder());
    for (ComparedSize size : sizesIn(row)) {
      names
          .computeIfAbsent(Need.countedVcpus(size.trial().type()), vcpus -> new ArrayList<>())
          .add(size.instanceType());
    }
    String text =
        names.entrySet().stream()
            .map(entry -> entry.getKey() + " vCPU: " + String.join(", ", entry.getValue()))
            .collect(Collectors.joining("; "));
    return text.isEmpty() ? "" : "─ " + text;
  }
}
