package io.headroom.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers of documents. */
public final class Decimals {

  private static final int DIGITS = 4;

  private Decimals() {}

  /**
   * Returns a number with four decimals, half to even, without trailing zeros: finer than any
   * sample.
   */
  public static BigDecimal of(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
