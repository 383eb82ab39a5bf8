package io.headroom.model.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What the quantity types share: one check and one rounding. */
final class Quantities {

  private Quantities() {}

  /**
   * Returns {@code value} rounded half to even to a multiple of {@code 1 / perUnit}. The result is
   * the double nearest to that multiple, so equal amounts are equal doubles.
   */
  static double rounded(double value, double perUnit, String what) {
    double checked = notNegative(value, what);
    double scaled = checked * perUnit;
    return scaled < MAX_EXACT ? Math.rint(scaled) / perUnit : checked;
  }

  static double notNegative(double value, String what) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "Invalid " + what + ": " + value + "; expected a number of 0 or more");
    }
    return value;
  }

  /** Returns the number with at most {@code places} decimals, half up, without trailing zeros. */
  static String text(double value, int places) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** Above 2^53 a double has no fractional part left to round. */
  private static final double MAX_EXACT = 0x1p53;
}
