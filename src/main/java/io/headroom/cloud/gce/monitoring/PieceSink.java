package io.headroom.cloud.gce.monitoring;

import io.headroom.cloud.gce.GceCall;
import io.headroom.cloud.gce.GceErrors;
import io.headroom.collector.SampleSink;
import io.headroom.collector.SeriesQuery;
import io.headroom.model.series.Series;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each query of a batch what belongs to it: of the values of a machine those inside the
 * query's range. Values that cannot be right fail the queries of their machine, so that a high one
 * is never lost without a word.
 */
final class PieceSink {

  private final GoogleSeries series;
  private final GceCall what;
  private final SampleSink sink;
  private final Map<String, List<SeriesQuery>> queries = new LinkedHashMap<>();
  private final Set<String> failed = new HashSet<>();

  PieceSink(GoogleSeries series, GceCall what, List<SeriesQuery> asked, SampleSink sink) {
    this.series = series;
    this.what = what;
    this.sink = sink;
    asked.forEach(
        query -> queries.computeIfAbsent(query.machine().id(), id -> new ArrayList<>()).add(query));
  }

  /** Whether somebody asked for that machine. */
  boolean wants(String instanceId) {
    return queries.containsKey(instanceId);
  }

  /** Takes values of a machine, in slots of {@code grid}. */
  void accept(String instanceId, SlotGrid grid, Piece values) {
    if (failed.contains(instanceId)) {
      return;
    }
    List<SeriesQuery> asked = queries.getOrDefault(instanceId, List.of());
    try {
      Series piece =
          Series.adopting(
              series.metric(),
              series.unit(),
              grid.start(values.from()),
              Math.toIntExact(grid.step().toSeconds()),
              values.values());
      for (SeriesQuery query : asked) {
        Series part = piece.within(query.range());
        if (part.slots() > 0) {
          sink.samples(query, part);
        }
      }
    } catch (IllegalArgumentException e) {
      failed.add(instanceId);
      String why = "instance " + instanceId + ": " + e.getMessage();
      asked.forEach(query -> sink.failed(query, GceErrors.unexpected(what, why)));
    }
  }

  /** Says of every query that has not failed that it is answered. */
  void finish() {
    queries.forEach(
        (id, asked) -> {
          if (!failed.contains(id)) {
            asked.forEach(sink::answered);
          }
        });
  }
}
