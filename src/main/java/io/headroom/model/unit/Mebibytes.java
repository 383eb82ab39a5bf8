package io.headroom.model.unit;

/**
 * An amount of memory in MiB (2^20 bytes). Never negative, never NaN or infinite. The resolution is
 * one KiB: a value is rounded to it, half to even, which is finer than a single-precision sample of
 * a machine with 16 GiB or more and coarser than its noise below that.
 *
 * <p>Google documents {@code memoryMb} in "MB"; its values are MiB (n2-standard-4: 16384), so they
 * are taken as they are.
 */
public record Mebibytes(double value) implements Comparable<Mebibytes> {

  /** No memory at all: never what an unobserved machine uses. */
  public static final Mebibytes NONE = new Mebibytes(0);

  private static final double KIB_PER_MIB = 1024;
  private static final double BYTES_PER_MIB = 1024.0 * 1024.0;
  private static final int MIB_PER_GIB = 1024;

  /**
   * Rounds to the resolution.
   *
   * @throws IllegalArgumentException if {@code value} is negative, NaN or infinite
   */
  public Mebibytes {
    value = Quantities.rounded(value, KIB_PER_MIB, "MiB");
  }

  /** Returns {@code gibibytes} GiB. */
  public static Mebibytes ofGibibytes(double gibibytes) {
    return new Mebibytes(gibibytes * MIB_PER_GIB);
  }

  /** Returns {@code bytes} bytes, rounded to the nearest KiB. */
  public static Mebibytes ofBytes(double bytes) {
    return new Mebibytes(bytes / BYTES_PER_MIB);
  }

  /** Returns the sum, in MiB. */
  public Mebibytes plus(Mebibytes other) {
    return new Mebibytes(value + other.value);
  }

  /** Returns what is left after {@code other} is taken away, never less than {@link #NONE}. */
  public Mebibytes minusAtLeastNone(Mebibytes other) {
    return new Mebibytes(Math.max(0, value - other.value));
  }

  /** Returns this demand with {@code headroom} added, in MiB. */
  public Mebibytes with(Headroom headroom) {
    return new Mebibytes(value * headroom.factor());
  }

  /** Returns this amount {@code factor} times, in MiB. */
  public Mebibytes times(double factor) {
    return new Mebibytes(value * factor);
  }

  /** Whether a memory of this size holds {@code need}. */
  public boolean covers(Mebibytes need) {
    return value >= need.value;
  }

  /** Returns the larger of the two. */
  public Mebibytes max(Mebibytes other) {
    return covers(other) ? this : other;
  }

  /** Returns the smaller of the two. */
  public Mebibytes min(Mebibytes other) {
    return covers(other) ? other : this;
  }

  /** Returns this amount as a share of {@code capacity}, which must not be {@link #NONE}. */
  public Utilization of(Mebibytes capacity) {
    return Utilization.ofFraction(value / capacity.value);
  }

  /** Returns the whole MiB that hold this amount: 8191.5 gives 8192. */
  public long wholeRoundedUp() {
    return (long) Math.ceil(value);
  }

  @Override
  public int compareTo(Mebibytes other) {
    return Double.compare(value, other.value);
  }

  /** Returns the amount for people: {@code 600 MiB}, {@code 18.3 GiB}, {@code 16 GiB}. */
  @Override
  public String toString() {
    if (value < MIB_PER_GIB) {
      return Quantities.text(value, 1) + " MiB";
    }
    return Quantities.text(value / MIB_PER_GIB, 1) + " GiB";
  }
}
