package io.headroom.model.unit;

/**
 * An amount of CPU in vCPUs as the guest sees them: the capacity of a type, or what a workload used
 * of it. Never negative, never NaN or infinite; may be fractional (a shared-core type sustains 0.25
 * vCPU).
 *
 * <p>The resolution is one ten-thousandth of a vCPU: a value is rounded to it, half to even.
 * Samples are single-precision, so 20 % of 10 vCPUs arrives as 2.0000000298; without the rounding
 * such a demand would not fit two vCPUs.
 */
public record VCpus(double value) implements Comparable<VCpus> {

  /** No CPU at all: what an idle machine uses, not what an unobserved one does. */
  public static final VCpus NONE = new VCpus(0);

  private static final double PER_VCPU = 10_000;

  /**
   * Rounds to the resolution.
   *
   * @throws IllegalArgumentException if {@code value} is negative, NaN or infinite
   */
  public VCpus {
    value = Quantities.rounded(value, PER_VCPU, "vCPUs");
  }

  /** Returns the sum, in vCPUs. */
  public VCpus plus(VCpus other) {
    return new VCpus(value + other.value);
  }

  /** Returns what is left after {@code other} is taken away, never less than {@link #NONE}. */
  public VCpus minusAtLeastNone(VCpus other) {
    return new VCpus(Math.max(0, value - other.value));
  }

  /** Returns this demand with {@code headroom} added, in vCPUs. */
  public VCpus with(Headroom headroom) {
    return new VCpus(value * headroom.factor());
  }

  /** Returns this amount {@code factor} times, in vCPUs. */
  public VCpus times(int factor) {
    return new VCpus(value * factor);
  }

  /** Whether a capacity of this size carries {@code need}. */
  public boolean covers(VCpus need) {
    return value >= need.value;
  }

  /** Returns the larger of the two. */
  public VCpus max(VCpus other) {
    return covers(other) ? this : other;
  }

  /** Returns the smaller of the two. */
  public VCpus min(VCpus other) {
    return covers(other) ? other : this;
  }

  /** Returns this amount as a share of {@code capacity}, which must not be {@link #NONE}. */
  public Utilization of(VCpus capacity) {
    return Utilization.ofFraction(value / capacity.value);
  }

  @Override
  public int compareTo(VCpus other) {
    return Double.compare(value, other.value);
  }

  /**
   * Returns the number without trailing zeros, for people: {@code 2}, {@code 0.25}, {@code 1.4}.
   */
  @Override
  public String toString() {
    return Quantities.text(value, 4);
  }
}
