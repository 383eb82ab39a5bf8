package io.headroom.model.series;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * All series of one metric of one machine, in the order of time, none overlapping another. Steps
 * may differ: a coarse backfill is followed by a fine tail.
 */
public final class SeriesSequence {

  private final Metric metric;
  private final List<Series> parts;

  private SeriesSequence(Metric metric, List<Series> parts) {
    this.metric = metric;
    this.parts = parts;
  }

  /**
   * Returns the parts in the order of time, whatever order they come in; parts without slots are
   * left out.
   *
   * @throws IllegalArgumentException if a part is of another metric or two parts overlap
   */
  public static SeriesSequence of(Metric metric, List<Series> parts) {
    List<Series> sorted =
        parts.stream()
            .filter(part -> part.slots() > 0)
            .sorted(Comparator.comparingLong(Series::startEpochSecond))
            .toList();
    for (int i = 0; i < sorted.size(); i++) {
      Series part = sorted.get(i);
      if (part.metric() != metric) {
        throw new IllegalArgumentException(
            "Invalid series of " + metric.id() + ": one is of " + part.metric().id());
      }
      if (i > 0 && part.startEpochSecond() < sorted.get(i - 1).endEpochSecond()) {
        throw new IllegalArgumentException(
            "Invalid series of "
                + metric.id()
                + ": one that starts at "
                + Instant.ofEpochSecond(part.startEpochSecond())
                + " overlaps one that ends at "
                + Instant.ofEpochSecond(sorted.get(i - 1).endEpochSecond())
                + "; expected series that follow each other");
      }
    }
    return new SeriesSequence(metric, sorted);
  }

  /** Returns the metric of all parts. */
  public Metric metric() {
    return metric;
  }

  /** Returns the parts in the order of time; none is empty. */
  public List<Series> parts() {
    return parts;
  }
}
