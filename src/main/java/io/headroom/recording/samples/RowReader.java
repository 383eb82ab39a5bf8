package io.headroom.recording.samples;

import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.recording.problem.Found;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;

/** Reads one row into a series. Not for use by several threads at once. */
final class RowReader {

  private final ValueReader values = new ValueReader();

  /**
   * Returns the series in a line.
   *
   * @throws RowFault if it holds none
   */
  Series read(Line line) throws RowFault {
    if (line.isBeginning()) {
      throw new RowFault(
          RowFields.ROW,
          "more than 8 MiB",
          "a line of at most 8 MiB, and several rows for a longer series");
    }
    RowFields fields = RowFields.of(line.bytes());
    Metric metric = metric(fields.metric());
    SampleUnit unit = unit(fields.unit(), metric);
    Instant start = start(fields.start());
    int step = step(fields.step());
    float[] samples = values.read(fields.text(), fields.valuesFrom(), unit.largest());
    if (!RowLimits.allowsEnd(start.plusSeconds((long) step * samples.length))) {
      throw new RowFault(
          "start",
          Found.of(fields.start()) + " with slots that go on past 2099",
          "an end in 2099 or before");
    }
    return Series.adopting(metric, unit, start, step, samples);
  }

  static Metric metric(String text) throws RowFault {
    return Metric.ofId(text)
        .orElseThrow(
            () ->
                new RowFault(
                    "metric",
                    Found.of(text),
                    oneOf(Arrays.stream(Metric.values()).map(Metric::id).toList())));
  }

  static SampleUnit unit(String text, Metric metric) throws RowFault {
    return SampleUnit.ofId(text)
        .filter(metric.units()::contains)
        .orElseThrow(
            () ->
                new RowFault(
                    "unit",
                    Found.of(text),
                    oneOf(metric.units().stream().map(SampleUnit::id).toList())
                        + " for "
                        + metric.id()));
  }

  private static String oneOf(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }

  static Instant start(String text) throws RowFault {
    RowFault fault =
        new RowFault(
            "start",
            Found.of(text),
            "a time of 2000 to 2099 in whole seconds, such as 2026-08-03T00:00:00Z");
    try {
      Instant start = Instant.parse(text);
      if (!RowLimits.allowsStart(start)) {
        throw fault;
      }
      return start;
    } catch (DateTimeParseException e) {
      throw fault;
    }
  }

  static int step(String text) throws RowFault {
    int step;
    try {
      step = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      step = 0;
    }
    if (step < 1 || step > RowLimits.MAX_STEP) {
      throw new RowFault(
          "step_seconds", Found.of(text), "a whole number of seconds, 1 to " + RowLimits.MAX_STEP);
    }
    return step;
  }
}
