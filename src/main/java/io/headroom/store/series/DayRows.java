package io.headroom.store.series;

import io.headroom.model.series.Metric;
import io.headroom.model.series.Series;
import io.headroom.model.series.SeriesOverlay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of one machine, whose number the transaction holds. */
final class DayRows {

  private static final String UPDATE =
      """
      UPDATE series_day SET samples = :samples
      WHERE machine_key = :machine AND metric = :metric AND epoch_day = :day""";
  private static final String INSERT =
      """
      INSERT INTO series_day (machine_key, metric, epoch_day, samples)
      VALUES (:machine, :metric, :day, :samples)""";
  private static final String DELETE =
      """
      DELETE FROM series_day
      WHERE machine_key = :machine AND metric = :metric AND epoch_day = :day""";

  private final Handle handle;
  private final long machine;

  DayRows(Handle handle, long machine) {
    this.handle = handle;
    this.machine = machine;
  }

  /** Lays pieces over what is there. */
  void lay(Collection<Series> pieces) {
    Map<Metric, List<Series>> byMetric = new EnumMap<>(Metric.class);
    pieces.stream()
        .filter(piece -> piece.slots() > 0)
        .forEach(
            piece -> byMetric.computeIfAbsent(piece.metric(), key -> new ArrayList<>()).add(piece));
    try (DayCodec codec = new DayCodec()) {
      byMetric.forEach((metric, some) -> lay(metric, some, codec));
    }
  }

  private void lay(Metric metric, List<Series> pieces, DayCodec codec) {
    SortedMap<Long, byte[]> before = rows(metric, pieces);
    SeriesOverlay overlay = new SeriesOverlay();
    before.forEach((day, bytes) -> codec.parts(metric, day, bytes).forEach(overlay::add));
    pieces.forEach(overlay::add);
    SortedMap<Long, byte[]> after = new TreeMap<>();
    Days.cut(overlay.seen()).forEach((day, parts) -> after.put(day, codec.packed(parts, day)));
    write(metric, before, after);
  }

  private SortedMap<Long, byte[]> rows(Metric metric, List<Series> pieces) {
    long from = pieces.stream().mapToLong(Series::startEpochSecond).min().orElseThrow();
    long until = pieces.stream().mapToLong(Series::endEpochSecond).max().orElseThrow();
    SortedMap<Long, byte[]> rows = new TreeMap<>();
    handle
        .createQuery(
            """
            SELECT epoch_day, samples FROM series_day
            WHERE machine_key = :machine AND metric = :metric
              AND epoch_day BETWEEN :first AND :last""")
        .bind("machine", machine)
        .bind("metric", MetricCode.of(metric))
        .bind("first", Days.of(from) - 1)
        .bind("last", Days.of(until - 1))
        .map((row, context) -> Map.entry(row.getLong(1), row.getBytes(2)))
        .forEach(row -> rows.put(row.getKey(), row.getValue()));
    return rows;
  }

  private void write(Metric metric, Map<Long, byte[]> before, Map<Long, byte[]> after) {
    Set<Long> changed = new HashSet<>();
    Set<Long> added = new HashSet<>();
    after.forEach(
        (day, bytes) -> {
          if (!before.containsKey(day)) {
            added.add(day);
          } else if (!Arrays.equals(before.get(day), bytes)) {
            changed.add(day);
          }
        });
    Set<Long> removed = new HashSet<>(before.keySet());
    removed.removeAll(after.keySet());
    execute(UPDATE, metric, changed, after);
    execute(INSERT, metric, added, after);
    execute(DELETE, metric, removed, before);
  }

  private void execute(String statement, Metric metric, Set<Long> days, Map<Long, byte[]> bytes) {
    if (days.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(statement);
    for (Long day : days.stream().sorted().toList()) {
      batch.bind("machine", machine).bind("metric", MetricCode.of(metric)).bind("day", day);
      if (!statement.equals(DELETE)) {
        batch.bind("samples", bytes.get(day));
      }
      batch.add();
    }
    batch.execute();
  }
}
