package io.headroom.report.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A scale that begins at zero and has round ticks.
 *
 * @param step distance of two ticks
 * @param count how many ticks there are after zero
 * @param length its length in pixels
 */
record Axis(double step, int count, int length) {

  private static final int FEWEST = 4;
  private static final int DECIMALS = 4;
  private static final double[] ROUND = {1, 2, 2.5, 5, 10};

  /** Returns the scale of {@code length} pixels with four to ten ticks that shows {@code most}. */
  static Axis to(double most, int length) {
    double wanted = most > 0 ? most : 1;
    double magnitude = Math.pow(10, Math.floor(Math.log10(wanted / FEWEST)));
    double step = magnitude;
    for (double round : ROUND) {
      if (wanted / (round * magnitude) >= FEWEST) {
        step = round * magnitude;
      }
    }
    return new Axis(step, (int) Math.ceil(wanted / step - 1e-9), length);
  }

  /** Returns the values of the ticks, zero first. */
  List<Double> ticks() {
    return IntStream.rangeClosed(0, count).mapToObj(tick -> tick * step).toList();
  }

  /** Returns how many pixels from the beginning a value is. */
  double at(double value) {
    return value / (step * count) * length;
  }

  /** Returns a value without trailing zeros. */
  static String shown(double value) {
    BigDecimal plain = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return plain.stripTrailingZeros().toPlainString();
  }
}
