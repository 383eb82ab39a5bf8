package io.headroom.report.backtest;

import io.headroom.advice.backtest.Estimate;
import io.headroom.advice.backtest.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Measures as people read them. */
final class Figures {

  private static final double PERCENT = 100;
  private static final int DIGITS = 6;

  private Figures() {}

  /**
   * Returns the value with its interval: {@code 0.412 (0.380–0.447)}, {@code 12.0 % (8.8–15.9)}.
   */
  static String shown(Measure measure, Estimate estimate) {
    return value(measure, estimate.value())
        + estimate
            .interval()
            .map(
                range ->
                    " (" + bare(measure, range.low()) + "–" + bare(measure, range.high()) + ")")
            .orElse("");
  }

  /**
   * Returns a difference with its interval, shares in percentage points: {@code -0.023 (-0.040 to
   * -0.006) *}; the star says that zero is outside.
   */
  static String difference(Measure measure, Estimate estimate) {
    return signed(measure, estimate.value())
        + estimate
            .interval()
            .map(
                range ->
                    " ("
                        + signed(measure, range.low())
                        + " to "
                        + signed(measure, range.high())
                        + ")")
            .orElse("")
        + (estimate.isApartFromZero() ? " *" : "");
  }

  /** Returns the number for documents. */
  static BigDecimal exact(double value) {
    return BigDecimal.valueOf(value)
        .setScale(DIGITS, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .add(BigDecimal.ZERO.setScale(0));
  }

  private static String value(Measure measure, double value) {
    return bare(measure, value) + (measure.isCost() ? "" : " %");
  }

  private static String bare(Measure measure, double value) {
    return String.format(Locale.ROOT, form(measure), scaled(measure, value));
  }

  private static String signed(Measure measure, double value) {
    String text = bare(measure, Math.abs(value));
    boolean zero = text.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    return (zero ? "" : value < 0 ? "-" : "+") + text;
  }

  private static String form(Measure measure) {
    return switch (measure) {
      case COST -> "%.3f";
      case COST_OF_CLAIRVOYANT, CPU_SHORT_SAMPLES -> "%.2f";
      case CPU_SHORT_MACHINES, MEMORY_SHORT_MACHINES, CHANGED, CHURN -> "%.1f";
    };
  }

  private static double scaled(Measure measure, double value) {
    return measure.isCost() ? value : value * PERCENT;
  }
}
