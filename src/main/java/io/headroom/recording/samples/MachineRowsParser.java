package io.headroom.recording.samples;

import io.headroom.document.Excerpt;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Observations;
import io.headroom.model.series.Series;
import io.headroom.recording.problem.LinePlace;
import io.headroom.recording.problem.ProblemLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Parses the rows of one machine. A bad row costs the series it belongs to, with all of its rows: a
 * series with a part missing could hide its peak.
 */
public final class MachineRowsParser {

  private final String file;
  private final MachineRows rows;
  private final ProblemLog problems = new ProblemLog();
  private final Set<Metric> broken = EnumSet.noneOf(Metric.class);

  private MachineRowsParser(String file, MachineRows rows) {
    this.file = file;
    this.rows = rows;
  }

  /** A series and where it stands. */
  private record Part(Series series, long line) {}

  /**
   * Returns the samples of a machine.
   *
   * @param file name of the file, for the problems
   */
  public static MachineSamples parse(String file, MachineRows rows) {
    return new MachineRowsParser(file, rows).parse();
  }

  private MachineSamples parse() {
    if (rows.isTooMuch()) {
      problem(
          rows.firstLine(),
          "row",
          "more than 128 MiB of samples; expected less",
          "all samples of " + id() + " are left out");
    }
    Map<Metric, List<Part>> byMetric = new EnumMap<>(Metric.class);
    RowReader reader = new RowReader();
    for (Line line : rows.lines()) {
      try {
        Series series = reader.read(line);
        byMetric
            .computeIfAbsent(series.metric(), metric -> new ArrayList<>())
            .add(new Part(series, line.number()));
      } catch (RowFault fault) {
        leaveOut(line, fault);
      }
    }
    byMetric.forEach(this::findOverlap);
    byMetric.keySet().removeAll(broken);
    List<Series> series =
        byMetric.values().stream().flatMap(List::stream).map(Part::series).toList();
    return new MachineSamples(Observations.of(series), problems);
  }

  private void leaveOut(Line line, RowFault fault) {
    Optional<Metric> metric = RowFields.metric(line.bytes()).flatMap(Metric::ofId);
    metric.ifPresent(broken::add);
    problem(
        line.number(),
        fault.field(),
        fault.detail(),
        metric.map(this::series).orElse("a row of " + id()) + " is left out");
  }

  private void findOverlap(Metric metric, List<Part> parts) {
    List<Part> sorted = new ArrayList<>(parts);
    sorted.sort(
        Comparator.<Part>comparingLong(part -> part.series().startEpochSecond())
            .thenComparingLong(Part::line));
    for (int i = 1; i < sorted.size(); i++) {
      Part before = sorted.get(i - 1);
      Part part = sorted.get(i);
      if (part.series().startEpochSecond() < before.series().endEpochSecond()) {
        broken.add(metric);
        problem(
            Math.max(part.line(), before.line()),
            "start",
            "its slots overlap those of line "
                + Math.min(part.line(), before.line())
                + " at "
                + Instant.ofEpochSecond(part.series().startEpochSecond())
                + "; expected rows that follow each other",
            series(metric) + " is left out");
        return;
      }
    }
  }

  private void problem(long line, String field, String detail, String consequence) {
    problems.add(
        new LinePlace(file, line, Optional.of(rows.instanceId()))
            .invalid(field, detail, consequence));
  }

  private String series(Metric metric) {
    return metric.id() + " of " + id();
  }

  private String id() {
    return Excerpt.of(rows.instanceId());
  }
}
