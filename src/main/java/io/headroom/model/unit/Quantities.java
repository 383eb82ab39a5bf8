package io.headroom.model.unit;

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

  static String trimmed(String decimal) {
    if (decimal.indexOf('.') < 0) {
      return decimal;
    }
    int end = decimal.length();
    while (decimal.charAt(end - 1) == '0') {
      end--;
    }
    return decimal.substring(0, decimal.charAt(end - 1) == '.' ? end - 1 : end);
  }

  /** Above 2^53 a double has no fractional part left to round. */
  private static final double MAX_EXACT = 0x1p53;
}
