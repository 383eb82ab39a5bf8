package io.headroom.model.unit;

/**
 * What is added above demand, as a fraction of it: 0.5 sizes for one and a half times the demand.
 *
 * <table>
 * <caption>The two ways people say it</caption>
 * <tr><th>headroom</th><th>factor</th><th>utilization that results</th></tr>
 * <tr><td>0</td><td>1.0</td><td>100 %</td></tr>
 * <tr><td>0.25</td><td>1.25</td><td>80 %</td></tr>
 * <tr><td>0.5</td><td>1.5</td><td>66.7 %</td></tr>
 * </table>
 */
public record Headroom(double fraction) {

  /** Sizes for exactly the demand. */
  public static final Headroom NONE = new Headroom(0);

  /**
   * Checks the fraction.
   *
   * @throws IllegalArgumentException if {@code fraction} is negative, NaN or infinite
   */
  public Headroom {
    Quantities.notNegative(fraction, "headroom");
  }

  /** Returns a headroom of {@code percent} % of the demand. */
  public static Headroom ofPercent(double percent) {
    return new Headroom(percent / 100);
  }

  /**
   * Returns the headroom after which demand fills {@code target} of the capacity: 80 % gives 0.25.
   *
   * @throws IllegalArgumentException if {@code target} is 0 or above 1
   */
  public static Headroom ofTargetUtilization(Utilization target) {
    if (target.fraction() <= 0 || target.fraction() > 1) {
      throw new IllegalArgumentException(
          "Invalid target utilization: " + target + "; expected more than 0 % and at most 100 %");
    }
    return new Headroom(1 / target.fraction() - 1);
  }

  /** Returns what demand is multiplied with, 1 or more. */
  public double factor() {
    return 1 + fraction;
  }

  /** Returns the percentage for people: {@code 50 %}. */
  @Override
  public String toString() {
    return Quantities.text(fraction * 100, 1) + " %";
  }
}
