package io.headroom.report.chart;

/**
 * Maps numbers to places, in proportion: {@code low} lies at {@code start}, {@code high} at {@code
 * end}. A place may be upside down, as SVG counts from the top.
 */
public record Scale(double low, double high, double start, double end) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if {@code high} is not above {@code low}
   */
  public Scale {
    if (!(high > low)) {
      throw new IllegalArgumentException(
          "Invalid scale: " + low + " to " + high + "; expected the higher number last");
    }
  }

  /** Returns the place of {@code value}, inside the scale: what is beyond lies at its edge. */
  public double at(double value) {
    double within = Math.max(low, Math.min(high, value));
    return start + (within - low) / (high - low) * (end - start);
  }
}
