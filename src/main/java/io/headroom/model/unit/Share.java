package io.headroom.model.unit;

/** A part of a whole, from 0 to 1: coverage, a saving relative to a price, running time. */
public record Share(double fraction) implements Comparable<Share> {

  /** Nothing of it. */
  public static final Share NONE = new Share(0);

  /** All of it. */
  public static final Share ALL = new Share(1);

  /**
   * Checks the fraction.
   *
   * @throws IllegalArgumentException if {@code fraction} is outside 0 to 1 or NaN
   */
  public Share {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException(
          "Invalid share: " + fraction + "; expected a number from 0 to 1");
    }
  }

  /** Returns {@code percent} %. */
  public static Share ofPercent(double percent) {
    return new Share(percent / 100);
  }

  /** Returns {@code part} of {@code whole}; {@link #NONE} if the whole is nothing. */
  public static Share of(long part, long whole) {
    return whole == 0 ? NONE : new Share((double) part / whole);
  }

  /** Whether this is {@code other} or more. */
  public boolean atLeast(Share other) {
    return fraction >= other.fraction;
  }

  @Override
  public int compareTo(Share other) {
    return Double.compare(fraction, other.fraction);
  }

  /** Returns the percentage for people, with one decimal: {@code 99.5 %}. */
  @Override
  public String toString() {
    return Quantities.text(fraction * 100, 1) + " %";
  }
}
