package io.headroom.report.picture;

import io.headroom.model.unit.Mebibytes;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people read them beside a picture. */
final class Figures {

  private static final double MIB_PER_GIB = 1024;

  private Figures() {}

  /** Returns three digits at most, no trailing zeros: {@code 0.27}, {@code 3.1}, {@code 128}. */
  static String shown(double value) {
    int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  static String percent(double fraction) {
    return shown(fraction * 100) + " %";
  }

  static double gibibytes(Mebibytes memory) {
    return memory.value() / MIB_PER_GIB;
  }
}
