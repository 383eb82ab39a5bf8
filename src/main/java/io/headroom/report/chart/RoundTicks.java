package io.headroom.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Numbers for an axis that people can read: multiples of 1, 2 or 5 times a power of ten. */
public final class RoundTicks {

  private static final int[] STEPS = {1, 2, 5, 10};

  private RoundTicks() {}

  /**
   * Returns the ticks above 0 up to {@code top}, ascending, at most {@code most} of them.
   *
   * <table>
   * <caption>At most four</caption>
   * <tr><th>top</th><th>ticks</th></tr>
   * <tr><td>8.4</td><td>2, 4, 6, 8</td></tr>
   * <tr><td>33</td><td>10, 20, 30</td></tr>
   * <tr><td>0.9</td><td>0.2, 0.4, 0.6, 0.8</td></tr>
   * </table>
   *
   * @throws IllegalArgumentException if {@code top} is not positive or {@code most} below 2, for
   *     which there may be no tick
   */
  public static List<BigDecimal> upTo(double top, int most) {
    if (!(top > 0) || Double.isInfinite(top) || most < 2) {
      throw new IllegalArgumentException(
          "Invalid axis: " + most + " ticks up to " + top + "; expected positive numbers");
    }
    BigDecimal step = step(top, most);
    List<BigDecimal> ticks = new ArrayList<>();
    for (BigDecimal tick = step; tick.doubleValue() <= top; tick = tick.add(step)) {
      ticks.add(tick.stripTrailingZeros());
    }
    return List.copyOf(ticks);
  }

  private static BigDecimal step(double top, int most) {
    int exponent = (int) Math.floor(Math.log10(top / most));
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(exponent);
    BigDecimal least =
        BigDecimal.valueOf(top).divide(BigDecimal.valueOf(most + 1L), 12, RoundingMode.HALF_UP);
    for (int step : STEPS) {
      BigDecimal candidate = power.multiply(BigDecimal.valueOf(step));
      if (candidate.compareTo(least) > 0) {
        return candidate;
      }
    }
    throw new IllegalStateException("no step for " + most + " ticks up to " + top);
  }
}
