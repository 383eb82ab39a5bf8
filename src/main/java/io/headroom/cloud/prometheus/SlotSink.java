package io.headroom.cloud.prometheus;

import io.headroom.collector.SampleSink;
import io.headroom.collector.SeriesQuery;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the values of a page to the slots of their query. A value is stamped with the end of what
 * it looks back over, so the one at 10:05 of five minutes is the slot {@code [10:00, 10:05)}.
 */
final class SlotSink implements MatrixReader.Target {

  private final ExporterSeries series;
  private final Map<String, SeriesQuery> byValue;
  private final TimeRange page;
  private final SampleSink sink;
  private final Set<SeriesQuery> failed = new HashSet<>();
  private Optional<SeriesQuery> current = Optional.empty();
  private float[] slots = new float[0];

  SlotSink(
      ExporterSeries series, Map<String, SeriesQuery> byValue, TimeRange page, SampleSink sink) {
    this.series = series;
    this.byValue = byValue;
    this.page = page;
    this.sink = sink;
  }

  /** Returns the queries whose values cannot be right. */
  Set<SeriesQuery> failed() {
    return failed;
  }

  @Override
  public void begin(String labelValue) {
    current = Optional.ofNullable(byValue.get(labelValue));
    current.ifPresent(
        query -> {
          slots = new float[Math.toIntExact(page.length().toSeconds() / query.step().toSeconds())];
          Arrays.fill(slots, Series.gap());
        });
  }

  @Override
  public void value(double time, double value) {
    current.ifPresent(
        query -> {
          long after = Math.round(time) - page.start().getEpochSecond();
          long slot = after / query.step().toSeconds() - 1;
          if (slot >= 0 && slot < slots.length) {
            slots[(int) slot] = (float) value;
          }
        });
  }

  @Override
  public void end() {
    current.ifPresent(this::deliver);
    current = Optional.empty();
  }

  private void deliver(SeriesQuery query) {
    try {
      Series piece =
          Series.adopting(
              series.metric(),
              series.unit(),
              page.start(),
              Math.toIntExact(query.step().toSeconds()),
              slots);
      sink.samples(query, piece);
    } catch (IllegalArgumentException e) {
      if (failed.add(query)) {
        sink.failed(
            query,
            PrometheusErrors.unreadable(
                "query_range",
                "read " + series.metric().id() + " of " + query.machine().id(),
                String.valueOf(e.getMessage())));
      }
    }
  }
}
