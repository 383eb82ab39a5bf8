package io.headroom.model.unit;

/**
 * Used divided by capacity, as a fraction of 0 or more. It may exceed 1: a shared-core machine that
 * bursts, a processor that boosts. There is no {@code of(double)}: the caller says whether a number
 * is a percentage (CloudWatch) or a fraction (Cloud Monitoring).
 */
public record Utilization(double fraction) implements Comparable<Utilization> {

  private static final double PERCENT = 100;

  /**
   * Checks the fraction.
   *
   * @throws IllegalArgumentException if {@code fraction} is negative, NaN or infinite
   */
  public Utilization {
    Quantities.notNegative(fraction, "utilization");
  }

  /** Returns {@code percent} %, so 37.5 gives a fraction of 0.375. */
  public static Utilization ofPercent(double percent) {
    return new Utilization(percent / PERCENT);
  }

  /** Returns the fraction itself, so 0.375 gives 37.5 %. */
  public static Utilization ofFraction(double fraction) {
    return new Utilization(fraction);
  }

  @Override
  public int compareTo(Utilization other) {
    return Double.compare(fraction, other.fraction);
  }

  /** Returns the percentage for people, with one decimal: {@code 37.5 %}. */
  @Override
  public String toString() {
    return Quantities.text(fraction * PERCENT, 1) + " %";
  }
}
