package io.headroom.cloud.prometheus;

import io.headroom.collector.SeriesQuery;
import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides the time of a query into pages: the API has none of its own. Prometheus refuses more than
 * 11,000 values of a series at once (its web/api/v1), and what it prepares is held in its memory.
 */
final class RangePages {

  /** A little less than what is refused. */
  private static final int SLOTS = 10_000;

  /** Values of all series together in one answer, about 12 MB of JSON. */
  private static final int VALUES = 400_000;

  private RangePages() {}

  /** Returns the parts of the query's range, in order, for a request about so many machines. */
  static List<TimeRange> of(SeriesQuery query, int machines) {
    int slots = Math.max(1, Math.min(SLOTS, VALUES / Math.max(1, machines)));
    List<TimeRange> pages = new ArrayList<>();
    Instant start = query.range().start();
    while (start.isBefore(query.range().end())) {
      Instant next = start.plus(query.step().multipliedBy(slots));
      Instant end = next.isBefore(query.range().end()) ? next : query.range().end();
      pages.add(new TimeRange(start, end));
      start = end;
    }
    return pages;
  }
}
