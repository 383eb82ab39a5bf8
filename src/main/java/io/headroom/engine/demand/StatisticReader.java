package io.headroom.engine.demand;

import io.headroom.model.policy.NamedRange;
import io.headroom.model.policy.Statistic;
import io.headroom.model.series.Series;
import io.headroom.model.unit.Percentile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads a statistic from a usage. Named peaks count in full, whatever the statistic: a percentile
 * must not forget the month end.
 */
final class StatisticReader {

  private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

  private final Usage usage;
  private final Dimension dimension;
  private final List<NamedRange> named;

  StatisticReader(Usage usage, Dimension dimension, List<NamedRange> named) {
    this.usage = usage;
    this.dimension = dimension;
    this.named = named;
  }

  /** Returns the statistic, or nothing if no slot of the window may set the demand. */
  Optional<SizingReading> read(Statistic statistic) {
    Found window = largest(SlotTreatment.COUNTED);
    if (window.slot < 0) {
      return Optional.empty();
    }
    Found kept = largest(SlotTreatment.KEPT);
    Found chosen =
        statistic.match(
            () -> window,
            percentile -> named(firstOf(percentileValue(percentile)), namedInWindow()),
            rank -> named(firstOf(dailyPeakValue(rank)), namedInWindow()));
    Found found = kept.value > chosen.value ? kept : chosen;
    Instant at = Instant.ofEpochSecond(found.start);
    return Optional.of(
        new SizingReading(
            found.value,
            at,
            named.stream()
                .filter(range -> range.range().contains(at))
                .map(NamedRange::name)
                .findFirst(),
            Math.max(window.value, kept.value)));
  }

  private static Found named(Found statistic, Found namedPeak) {
    return namedPeak.value > statistic.value ? namedPeak : statistic;
  }

  private Found largest(SlotTreatment treatment) {
    Found best = new Found();
    for (Stretch stretch : usage.stretches()) {
      if (stretch.treatment() == treatment) {
        largestOf(stretch, best);
      }
    }
    return best;
  }

  private void largestOf(Stretch stretch, Found best) {
    Series series = stretch.series();
    double factor = stretch.factor();
    double clip = clip(stretch);
    for (int slot = stretch.from(); slot < stretch.until(); slot++) {
      if (series.observed(slot)) {
        float value = (float) Math.min(series.value(slot) * factor, clip);
        if (value > best.value) {
          best.set(value, slot, series.slotStart(slot));
        }
      }
    }
  }

  private Found namedInWindow() {
    Found best = new Found();
    for (NamedRange range : named) {
      long from = range.range().start().getEpochSecond();
      long until = range.range().end().getEpochSecond();
      each(
          (start, value) -> {
            if (start >= from && start < until && value > best.value) {
              best.set(value, 0, start);
            }
          });
    }
    return best;
  }

  private float percentileValue(Percentile percentile) {
    int[] count = new int[1];
    each((start, value) -> count[0]++);
    LargestValues largest = new LargestValues(percentile.rankFromTop(count[0]));
    each((start, value) -> largest.add(value));
    return largest.smallestKept();
  }

  private float dailyPeakValue(int rank) {
    LargestValues largest = new LargestValues(rank);
    long[] day = {Long.MIN_VALUE};
    float[] peak = {0};
    each(
        (start, value) -> {
          long today = Math.floorDiv(start, DAY_SECONDS);
          if (today != day[0]) {
            if (day[0] != Long.MIN_VALUE) {
              largest.add(peak[0]);
            }
            day[0] = today;
            peak[0] = value;
          } else {
            peak[0] = Math.max(peak[0], value);
          }
        });
    largest.add(peak[0]);
    return largest.smallestKept();
  }

  /** Returns the first slot of the window with exactly that value. */
  private Found firstOf(float wanted) {
    Found found = new Found();
    each(
        (start, value) -> {
          if (found.slot < 0 && value == wanted) {
            found.set(value, 0, start);
          }
        });
    return found;
  }

  @FunctionalInterface
  private interface ValueReader {
    void value(long start, float value);
  }

  /** Hands every value of the window that may set the demand to {@code reader}, clipped. */
  private void each(ValueReader reader) {
    for (Stretch stretch : usage.stretches()) {
      if (stretch.treatment() == SlotTreatment.COUNTED) {
        Series series = stretch.series();
        double clip = clip(stretch);
        for (int slot = stretch.from(); slot < stretch.until(); slot++) {
          if (series.observed(slot)) {
            reader.value(
                series.slotStart(slot),
                (float) Math.min(series.value(slot) * stretch.factor(), clip));
          }
        }
      }
    }
  }

  /** A shared core is taken raw: what it bursts to is capacity it was given. */
  private double clip(Stretch stretch) {
    return dimension == Dimension.CPU && stretch.type().isSharedCore()
        ? Double.MAX_VALUE
        : dimension.capacity(stretch.type());
  }

  /** A value and where it was found; slot −1 while nothing was. */
  private static final class Found {
    private float value = -1;
    private int slot = -1;
    private long start;

    void set(float newValue, int newSlot, long newStart) {
      value = newValue;
      slot = newSlot;
      start = newStart;
    }
  }
}
