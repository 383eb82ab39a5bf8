package io.headroom.model.unit;

/** A rate of data in bytes a second, 0 or more: network traffic or disk throughput. */
public record DataRate(double bytesPerSecond) implements Comparable<DataRate> {

  private static final double BITS_PER_BYTE = 8;
  private static final double MEGA = 1e6;
  private static final double GIGA = 1e9;

  /**
   * Checks the rate.
   *
   * @throws IllegalArgumentException if it is negative, NaN or infinite
   */
  public DataRate {
    Quantities.notNegative(bytesPerSecond, "data rate");
  }

  /** Returns {@code megabits} Mbps (10^6 bits a second), the unit of EBS bandwidth. */
  public static DataRate ofMegabitsPerSecond(double megabits) {
    return new DataRate(megabits * MEGA / BITS_PER_BYTE);
  }

  /** Returns {@code gigabits} Gbps (10^9 bits a second), the unit of network bandwidth. */
  public static DataRate ofGigabitsPerSecond(double gigabits) {
    return new DataRate(gigabits * GIGA / BITS_PER_BYTE);
  }

  /** Whether a limit of this rate carries {@code need}. */
  public boolean covers(DataRate need) {
    return bytesPerSecond >= need.bytesPerSecond;
  }

  @Override
  public int compareTo(DataRate other) {
    return Double.compare(bytesPerSecond, other.bytesPerSecond);
  }

  /** Returns the rate for people, in bits: {@code 0.78 Gbps}, {@code 12.5 Mbps}. */
  @Override
  public String toString() {
    double megabits = bytesPerSecond * BITS_PER_BYTE / MEGA;
    return megabits >= 100
        ? Quantities.text(megabits / 1000, 2) + " Gbps"
        : Quantities.text(megabits, 2) + " Mbps";
  }
}
