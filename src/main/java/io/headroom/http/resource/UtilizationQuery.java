package io.headroom.http.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.http.answer.Answer;
import io.headroom.http.problem.ProblemException;
import io.headroom.model.machine.Observation;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import io.headroom.report.chart.Buckets;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which part of what was observed is asked for. Each point has the least, the mean and the most of
 * its time, so that no peak is lost in few points; a point without a sample is null.
 *
 * @param metric one metric; all if absent
 * @param points how many points, 1 to 2000; 300 if absent
 * @param from begin; 14 days before the end if absent
 * @param until end; the end of the look-back if absent
 */
record UtilizationQuery(
    @QueryParam("metric") @Nullable String metric,
    @QueryParam("points") @Nullable String points,
    @QueryParam("from") @Nullable String from,
    @QueryParam("until") @Nullable String until) {

  private static final int USUAL = 300;
  private static final int MOST = 2000;
  private static final Duration USUAL_LENGTH = Duration.ofDays(14);
  private static final MathContext DIGITS = new MathContext(6);

  /** Returns the document. */
  String answer(Observation machine, Instant asOf) {
    TimeRange range = range(asOf);
    int count = count();
    List<Series> series =
        machine.observations().all().stream().filter(one -> isMeant(one.metric())).toList();
    return Answer.document(
        "Utilization",
        json -> {
          json.writeStringField("instance_id", machine.instance().id());
          json.writeStringField("from", range.start().toString());
          json.writeStringField("until", range.end().toString());
          json.writeNumberField(
              "seconds_per_point", decimal((double) range.length().toSeconds() / count));
          json.writeArrayFieldStart("metrics");
          for (List<Series> parts : byMetricAndUnit(series)) {
            write(json, parts, buckets(parts, range, count));
          }
          json.writeEndArray();
        });
  }

  /** A metric in one unit: a source that changed its unit has two lists. */
  private record Line(Metric metric, SampleUnit unit) implements Comparable<Line> {
    @Override
    public int compareTo(Line other) {
      int byMetric = metric.compareTo(other.metric);
      return byMetric != 0 ? byMetric : unit.compareTo(other.unit);
    }
  }

  private static Collection<List<Series>> byMetricAndUnit(List<Series> series) {
    return series.stream()
        .collect(
            Collectors.groupingBy(
                one -> new Line(one.metric(), one.unit()), TreeMap::new, Collectors.toList()))
        .values();
  }

  private TimeRange range(Instant asOf) {
    Instant end = Query.given(until).map(text -> Query.time("until", text)).orElse(asOf);
    Instant start =
        Query.given(from)
            .map(text -> Query.time("from", text))
            .orElseGet(() -> end.minus(USUAL_LENGTH));
    if (!start.isBefore(end) || Duration.between(start, end).toDays() > 3660) {
      throw ProblemException.invalid(
          "from", start.toString(), "a time before until, at most ten years");
    }
    return new TimeRange(start, end);
  }

  private int count() {
    int count = Query.given(points).map(text -> Query.wholeNumber("points", text)).orElse(USUAL);
    if (count < 1 || count > MOST) {
      throw ProblemException.invalid("points", String.valueOf(count), "1 to " + MOST);
    }
    return count;
  }

  private boolean isMeant(Metric one) {
    return Query.given(metric)
        .map(
            text ->
                Metric.ofId(text)
                    .orElseThrow(
                        () ->
                            Query.oneOf(
                                "metric",
                                text,
                                Arrays.stream(Metric.values()).map(Metric::id).toList())))
        .map(wanted -> wanted == one)
        .orElse(true);
  }

  private static Buckets buckets(List<Series> parts, TimeRange range, int count) {
    Buckets buckets = new Buckets(range, count);
    for (Series part : parts) {
      int until = part.slotFrom(range.end().getEpochSecond());
      for (int slot = part.slotTouching(range.start().getEpochSecond()); slot < until; slot++) {
        if (part.observed(slot)) {
          buckets.add(part.slotStart(slot), part.stepSeconds(), part.value(slot));
        }
      }
    }
    return buckets;
  }

  private static void write(JsonGenerator json, List<Series> parts, Buckets buckets)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("metric", parts.get(0).metric().id());
    json.writeStringField("unit", parts.get(0).unit().id());
    values(json, "min", buckets, buckets::least);
    values(json, "mean", buckets, buckets::mean);
    values(json, "max", buckets, buckets::most);
    json.writeEndObject();
  }

  private static void values(
      JsonGenerator json, String name, Buckets buckets, IntToDoubleFunction value)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (int i = 0; i < buckets.count(); i++) {
      if (buckets.isGap(i)) {
        json.writeNull();
      } else {
        json.writeNumber(decimal(value.applyAsDouble(i)));
      }
    }
    json.writeEndArray();
  }

  private static BigDecimal decimal(double value) {
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
