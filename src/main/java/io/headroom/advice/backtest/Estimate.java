package io.headroom.advice.backtest;

import java.util.Optional;

/**
 * A measure, or the difference of two, with how sure it is.
 *
 * @param interval 95 % interval from resampling the machines; absent with fewer than two machines
 */
public record Estimate(double value, Optional<Interval> interval) {

  /**
   * A range of values.
   *
   * @param low 2.5th percentile of the resamples
   * @param high 97.5th percentile
   */
  public record Interval(double low, double high) {}

  /** Whether the interval, if there is one, lies on one side of zero: the difference is real. */
  public boolean isApartFromZero() {
    return interval.filter(range -> range.low() > 0 || range.high() < 0).isPresent();
  }
}
