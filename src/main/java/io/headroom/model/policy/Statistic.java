package io.headroom.model.policy;

import io.headroom.model.unit.Percentile;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Which value of a series stands for the demand. It is always one of the samples. */
public sealed interface Statistic {

  /** Returns what the function for this case returns. */
  <R> R match(Supplier<R> peak, Function<Percentile, R> percentile, IntFunction<R> dailyPeak);

  /** Returns the name used in policies and documents: {@code peak}, {@code p99.5}. */
  String id();

  /** The largest value. */
  record Peak() implements Statistic {
    @Override
    public <R> R match(
        Supplier<R> peak, Function<Percentile, R> percentile, IntFunction<R> dailyPeak) {
      return peak.get();
    }

    @Override
    public String id() {
      return "peak";
    }
  }

  /** An exact percentile, by nearest rank. */
  record OfPercentile(Percentile percentile) implements Statistic {
    @Override
    public <R> R match(
        Supplier<R> peak, Function<Percentile, R> percentileCase, IntFunction<R> dailyPeak) {
      return percentileCase.apply(percentile);
    }

    @Override
    public String id() {
      return percentile.toString();
    }
  }

  /**
   * The k-th largest of the daily peaks, a day being a UTC day. With fewer than k days it is the
   * smallest daily peak there is.
   *
   * @param rank k, 1 or more; 1 is the same as the peak
   */
  record DailyPeak(int rank) implements Statistic {
    /**
     * Checks the rank.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public DailyPeak {
      if (rank < 1) {
        throw new IllegalArgumentException(
            "Invalid rank of a daily peak: " + rank + "; expected 1 or more");
      }
    }

    @Override
    public <R> R match(
        Supplier<R> peak, Function<Percentile, R> percentile, IntFunction<R> dailyPeak) {
      return dailyPeak.apply(rank);
    }

    @Override
    public String id() {
      return "daily-peak-" + rank;
    }
  }
}
