package io.headroom.store.series;

import io.headroom.ledger.machine.AnsweredRange;
import io.headroom.model.unit.TimeRange;
import io.headroom.recording.collected.CollectedRanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** For which time metrics have been answered whole. */
final class AnsweredRows {

  private AnsweredRows() {}

  /** Adds ranges, each to the one that is known. */
  static void add(Handle handle, Collection<AnsweredRange> ranges) {
    ranges.stream()
        .sorted(
            Comparator.comparing(AnsweredRange::instanceId)
                .thenComparing(AnsweredRange::metric)
                .thenComparing(answered -> answered.range().start()))
        .forEach(answered -> add(handle, answered));
  }

  private static void add(Handle handle, AnsweredRange answered) {
    long machine = SeriesKeys.locked(handle, answered.instanceId());
    int metric = MetricCode.of(answered.metric());
    Optional<TimeRange> known = known(handle, machine, metric);
    CollectedRanges ranges = new CollectedRanges();
    known.ifPresent(range -> ranges.add(answered.instanceId(), answered.metric(), range));
    ranges.add(answered.instanceId(), answered.metric(), answered.range());
    TimeRange now = ranges.of(answered.instanceId(), answered.metric()).orElseThrow();
    if (known.filter(now::equals).isPresent()) {
      return;
    }
    String statement =
        known.isPresent()
            ? """
              UPDATE series_answered SET from_second = :from, until_second = :until
              WHERE machine_key = :machine AND metric = :metric"""
            : """
              INSERT INTO series_answered (machine_key, metric, from_second, until_second)
              VALUES (:machine, :metric, :from, :until)""";
    handle
        .createUpdate(statement)
        .bind("machine", machine)
        .bind("metric", metric)
        .bind("from", now.start().getEpochSecond())
        .bind("until", now.end().getEpochSecond())
        .execute();
  }

  private static Optional<TimeRange> known(Handle handle, long machine, int metric) {
    return handle
        .createQuery(
            """
            SELECT from_second, until_second FROM series_answered
            WHERE machine_key = :machine AND metric = :metric""")
        .bind("machine", machine)
        .bind("metric", metric)
        .map((row, context) -> range(row.getLong(1), row.getLong(2)))
        .findOne();
  }

  private static TimeRange range(long from, long until) {
    return new TimeRange(Instant.ofEpochSecond(from), Instant.ofEpochSecond(until));
  }

  /** Returns all ranges by machine. */
  static SortedMap<String, List<AnsweredRange>> all(Handle handle) {
    SortedMap<String, List<AnsweredRange>> all = new TreeMap<>();
    handle
        .createQuery(
            """
            SELECT m.instance_id, a.metric, a.from_second, a.until_second
            FROM series_answered a JOIN series_machine m ON m.machine_key = a.machine_key
            ORDER BY m.instance_id, a.metric""")
        .map(
            (row, context) ->
                new AnsweredRange(
                    row.getString(1),
                    MetricCode.metric(row.getInt(2)),
                    range(row.getLong(3), row.getLong(4))))
        .forEach(one -> all.computeIfAbsent(one.instanceId(), id -> new ArrayList<>()).add(one));
    return all;
  }
}
