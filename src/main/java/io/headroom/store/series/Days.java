package io.headroom.store.series;

import io.headroom.model.series.Metric;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Cuts series at midnight, UTC. A slot belongs to the day in which it starts. */
final class Days {

  private Days() {}

  /** Returns the day in which a second lies. */
  static long of(long second) {
    return Math.floorDiv(second, (long) DayCodec.DAY);
  }

  /** Returns the parts of each day, in the order of time. */
  static SortedMap<Long, List<Series>> cut(Collection<Series> series) {
    SortedMap<Long, List<Series>> days = new TreeMap<>();
    for (Series one : series) {
      int from = 0;
      while (from < one.slots()) {
        long day = of(one.slotStart(from));
        int until = Math.max(from + 1, one.slotFrom((day + 1) * DayCodec.DAY));
        Series part = one.within(range(one.slotStart(from), one.slotStart(until)));
        days.computeIfAbsent(day, key -> new ArrayList<>()).add(part);
        from = until;
      }
    }
    return days;
  }

  private static TimeRange range(long from, long until) {
    return new TimeRange(Instant.ofEpochSecond(from), Instant.ofEpochSecond(until));
  }

  /** Packed days of a metric. */
  record Key(Metric metric, long day) {}
}
