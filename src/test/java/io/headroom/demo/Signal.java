package io.headroom.demo;

import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Observed amounts: a load with noise that follows itself, within limits, and with a peak that is
 * exact. All else stays clearly below the peak, so that it alone sets a demand.
 */
final class Signal {

  /** How much of its deviation a slot hands on to the next. */
  private static final double MEMORY_OF_NOISE = 0.72;

  /** The most of a stated peak that any other slot has. */
  private static final double BELOW_PEAK = 0.965;

  private final Load load;
  private double noise = 0.06;
  private double least;
  private double most = Double.MAX_VALUE;
  private double peak;
  private List<Instant> peaks = List.of();
  private final List<TimeRange> missing = new ArrayList<>();

  private Signal(Load load) {
    this.load = load;
  }

  static Signal of(Load load) {
    return new Signal(load);
  }

  /** Sets the noise, as a share of the amount: one standard deviation. */
  Signal noise(double share) {
    noise = share;
    return this;
  }

  Signal atLeast(double amount) {
    least = amount;
    return this;
  }

  /** Cuts what is above off, as a machine does that has no more. */
  Signal cutAt(double amount) {
    most = amount;
    return this;
  }

  /** Says the peak and when it was reached. */
  Signal peak(double amount, String... at) {
    peak = amount;
    peaks = java.util.Arrays.stream(at).map(Instant::parse).toList();
    return this;
  }

  Signal missing(TimeRange range) {
    missing.add(range);
    return this;
  }

  /**
   * Returns the amounts of all slots of {@code range}; NaN where nothing was observed.
   *
   * @param name what the noise is made from, so that no machine's depends on another's
   */
  double[] over(TimeRange range, int step, ZoneId zone, String name) {
    Random random = new Random(name.hashCode() * 31L + step);
    long start = range.start().getEpochSecond();
    double[] amounts = new double[(int) ((range.end().getEpochSecond() - start) / step)];
    double deviation = 0;
    for (int slot = 0; slot < amounts.length; slot++) {
      deviation =
          MEMORY_OF_NOISE * deviation
              + Math.sqrt(1 - MEMORY_OF_NOISE * MEMORY_OF_NOISE) * random.nextGaussian();
      long second = start + (long) slot * step;
      double amount = load.at(Moment.of(second, zone)) * StrictMath.exp(noise * deviation);
      amounts[slot] = limited(amount, second, random.nextDouble());
    }
    return amounts;
  }

  private double limited(double amount, long second, double chance) {
    Instant instant = Instant.ofEpochSecond(second);
    if (missing.stream().anyMatch(range -> range.contains(instant))) {
      return Double.NaN;
    }
    if (peaks.contains(instant)) {
      return peak;
    }
    double bounded = Math.max(least, Math.min(most, amount));
    double limit = BELOW_PEAK * peak;
    // what would be above is spread below the limit, or it would look like a plateau
    return peak > 0 && bounded > limit ? limit * (0.97 + 0.03 * chance) : bounded;
  }
}
