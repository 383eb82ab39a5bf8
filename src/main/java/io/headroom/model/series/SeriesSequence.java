package io.headroom.model.series;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * All series of one metric of one machine, in the order of time, none overlapping another. Steps
 * may differ: a coarse backfill is followed by a fine tail. What goes on on the same grid is one
 * part, so that nothing depends on the pieces in which samples were delivered.
 */
public final class SeriesSequence {

  /** Pieces further apart have no slot of five minutes in common, and stay apart. */
  private static final long JOINED_WITHIN = Duration.ofMinutes(5).toSeconds();

  private final Metric metric;
  private final List<Series> parts;

  private SeriesSequence(Metric metric, List<Series> parts) {
    this.metric = metric;
    this.parts = parts;
  }

  /**
   * Returns the parts in the order of time, whatever order they come in; parts without slots are
   * left out. Parts of the same unit on the same grid that are at most five minutes apart become
   * one.
   *
   * @throws IllegalArgumentException if a part is of another metric or two parts overlap
   */
  public static SeriesSequence of(Metric metric, List<Series> parts) {
    List<Series> sorted =
        parts.stream()
            .filter(part -> part.slots() > 0)
            .sorted(Comparator.comparingLong(Series::startEpochSecond))
            .toList();
    checkOrder(metric, sorted);
    return new SeriesSequence(metric, joined(sorted));
  }

  private static void checkOrder(Metric metric, List<Series> sorted) {
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
  }

  private static List<Series> joined(List<Series> sorted) {
    List<Series> joined = new ArrayList<>();
    int from = 0;
    for (int next = 1; next <= sorted.size(); next++) {
      if (next == sorted.size() || !isContinued(sorted.get(next - 1), sorted.get(next))) {
        joined.add(whole(sorted.subList(from, next)));
        from = next;
      }
    }
    return List.copyOf(joined);
  }

  private static boolean isContinued(Series part, Series next) {
    long between = next.startEpochSecond() - part.endEpochSecond();
    return part.unit() == next.unit()
        && part.stepSeconds() == next.stepSeconds()
        && between <= JOINED_WITHIN
        && between % part.stepSeconds() == 0;
  }

  private static Series whole(List<Series> pieces) {
    Series first = pieces.get(0);
    if (pieces.size() == 1) {
      return first;
    }
    long seconds = pieces.get(pieces.size() - 1).endEpochSecond() - first.startEpochSecond();
    float[] values = new float[Math.toIntExact(seconds / first.stepSeconds())];
    Arrays.fill(values, Series.gap());
    for (Series piece : pieces) {
      long before = piece.startEpochSecond() - first.startEpochSecond();
      piece.copyTo(values, Math.toIntExact(before / first.stepSeconds()));
    }
    return Series.adopting(
        first.metric(),
        first.unit(),
        Instant.ofEpochSecond(first.startEpochSecond()),
        first.stepSeconds(),
        values);
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
