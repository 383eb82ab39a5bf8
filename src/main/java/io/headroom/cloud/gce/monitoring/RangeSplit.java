package io.headroom.cloud.gce.monitoring;

import io.headroom.collector.SeriesQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Divides queries of one metric and step so that nobody's past is asked for without need: a request
 * gives every machine of the project over one range, so a new machine with weeks to fetch belongs
 * into another request than a thousand with an hour to add.
 */
final class RangeSplit {

  /** Two requests are better than one if they take less than this share of its points. */
  private static final double WORTHWHILE = 0.5;

  private static final Comparator<SeriesQuery> BY_START =
      Comparator.comparing((SeriesQuery query) -> query.range().start())
          .thenComparing(query -> query.range().end())
          .thenComparing(query -> query.machine().id());

  private final int inProject;

  /**
   * Prepares the division.
   *
   * @param inProject number of machines in the project
   */
  RangeSplit(int inProject) {
    this.inProject = inProject;
  }

  /** Returns the parts by start; every query is in one of them. */
  List<List<SeriesQuery>> parts(List<SeriesQuery> queries) {
    List<List<SeriesQuery>> parts = new ArrayList<>();
    divide(queries.stream().sorted(BY_START).toList(), parts);
    return parts;
  }

  /** Cuts where that saves most, and the two parts again. */
  private void divide(List<SeriesQuery> sorted, List<List<SeriesQuery>> parts) {
    Instant[] endsBefore = endsBefore(sorted);
    int size = sorted.size();
    double least = WORTHWHILE * slots(sorted, 0, size, endsBefore[size]);
    int cut = 0;
    Instant endAfter = Instant.MIN;
    for (int at = size - 1; at > 0; at--) {
      endAfter = later(endAfter, sorted.get(at).range().end());
      double both = slots(sorted, 0, at, endsBefore[at]) + slots(sorted, at, size, endAfter);
      if (both < least) {
        least = both;
        cut = at;
      }
    }
    if (cut == 0) {
      parts.add(sorted);
    } else {
      divide(sorted.subList(0, cut), parts);
      divide(sorted.subList(cut, size), parts);
    }
  }

  /** Returns for each index the latest end of the queries before it. */
  private static Instant[] endsBefore(List<SeriesQuery> sorted) {
    Instant[] ends = new Instant[sorted.size() + 1];
    ends[0] = Instant.MIN;
    for (int i = 0; i < sorted.size(); i++) {
      ends[i + 1] = later(ends[i], sorted.get(i).range().end());
    }
    return ends;
  }

  /** Returns what a request for a part of the queries takes: slots times machines that answer. */
  private double slots(List<SeriesQuery> sorted, int from, int until, Instant end) {
    int asked = until - from;
    int answering = asked <= BatchShape.MOST_IDS ? Math.min(asked, inProject) : inProject;
    Duration range = Duration.between(sorted.get(from).range().start(), end);
    return (double) range.dividedBy(sorted.get(from).step()) * answering;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
