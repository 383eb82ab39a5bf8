package io.headroom.model.catalog;

import io.headroom.model.unit.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Google's sustained-use discount: each further quarter of the month is cheaper. Source: Google,
 * "Sustained use discounts for Compute Engine".
 *
 * <table>
 * <caption>Average of the list price over the time a machine ran</caption>
 * <tr><th>ran</th><th>25 %</th><th>50 %</th><th>75 %</th><th>95 % and more</th></tr>
 * <tr><td>{@link #UP_TO_30}</td><td>1.00</td><td>0.90</td><td>0.80</td><td>0.70</td></tr>
 * <tr><td>{@link #UP_TO_20}</td><td>1.00</td><td>0.9339</td><td>0.8669</td><td>0.8002</td></tr>
 * <tr><td>{@link #UP_TO_20_CUSTOM}</td><td>1.00</td><td>0.9339</td><td>0.8669</td><td>0.80</td></tr>
 * </table>
 */
public enum SustainedUse {
  /** No discount: EC2, and GCE's E2, T2D, third generation and later. */
  NONE("1", "1", "1", "1", "1"),
  /** N1, M1, M2 and the old shared-core types. */
  UP_TO_30("1", "0.8", "0.6", "0.4", "0.7"),
  /** Predefined types of N2, N2D and C2: a full month is the average of the four rates. */
  UP_TO_20("1", "0.8678", "0.733", "0.6", "0.8002"),
  /**
   * Custom shapes of N2 and N2D: nobody publishes their months, so a full one gets the round 20 %
   * that Google states.
   */
  UP_TO_20_CUSTOM("1", "0.8678", "0.733", "0.6", "0.8");

  private static final Share FULL = Share.ofPercent(95);
  private static final BigDecimal QUARTER = new BigDecimal("0.25");
  private static final int DIGITS = 12;

  private final BigDecimal first;
  private final BigDecimal second;
  private final BigDecimal third;
  private final BigDecimal fourth;
  private final BigDecimal full;

  SustainedUse(String first, String second, String third, String fourth, String full) {
    this.first = new BigDecimal(first);
    this.second = new BigDecimal(second);
    this.third = new BigDecimal(third);
    this.fourth = new BigDecimal(fourth);
    this.full = new BigDecimal(full);
  }

  /**
   * Returns what the list price is multiplied with for a machine that runs {@code running} of the
   * month: 1 or less. A machine that runs 95 % or more gets the full discount.
   */
  public BigDecimal multiplier(Share running) {
    if (running.atLeast(FULL)) {
      return full;
    }
    BigDecimal time = BigDecimal.valueOf(running.fraction());
    if (time.signum() == 0) {
      return BigDecimal.ONE;
    }
    BigDecimal paid = BigDecimal.ZERO;
    BigDecimal left = time;
    for (BigDecimal tier : List.of(first, second, third, fourth)) {
      BigDecimal part = left.min(QUARTER);
      paid = paid.add(part.multiply(tier));
      left = left.subtract(part);
    }
    return paid.divide(time, DIGITS, RoundingMode.HALF_UP);
  }
}
