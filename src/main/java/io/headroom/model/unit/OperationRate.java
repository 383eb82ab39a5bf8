package io.headroom.model.unit;

/** A rate of disk operations a second (IOPS), 0 or more. */
public record OperationRate(double perSecond) implements Comparable<OperationRate> {

  /**
   * Checks the rate.
   *
   * @throws IllegalArgumentException if it is negative, NaN or infinite
   */
  public OperationRate {
    Quantities.notNegative(perSecond, "operation rate");
  }

  /** Whether a limit of this rate carries {@code need}. */
  public boolean covers(OperationRate need) {
    return perSecond >= need.perSecond;
  }

  @Override
  public int compareTo(OperationRate other) {
    return Double.compare(perSecond, other.perSecond);
  }

  /** Returns the rate for people: {@code 3600 IOPS}. */
  @Override
  public String toString() {
    return Quantities.text(perSecond, 1) + " IOPS";
  }
}
