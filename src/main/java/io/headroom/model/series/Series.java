package io.headroom.model.series;

import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * Samples of one metric on a regular grid: sample k is for the slot {@code [start + k × step, +
 * step)}. Values are single-precision, finite and 0 or more. A slot without a sample is a gap: it
 * is marked inside and can only be asked about, never read as a number.
 *
 * <p>Instances are immutable. The source's precision is about four digits; single precision keeps
 * seven, and halves the memory traffic of a fleet.
 */
public final class Series {

  private final Metric metric;
  private final SampleUnit unit;
  private final long startEpochSecond;
  private final int stepSeconds;
  private final float[] values;

  private Series(
      Metric metric, SampleUnit unit, long startEpochSecond, int stepSeconds, float[] values) {
    this.metric = metric;
    this.unit = unit;
    this.startEpochSecond = startEpochSecond;
    this.stepSeconds = stepSeconds;
    this.values = values;
  }

  /** Says that a slot has no sample. */
  public static float gap() {
    return Float.NaN;
  }

  /**
   * Returns a series over a copy of {@code values}, in which {@link #gap()} stands for a slot
   * without a sample.
   *
   * @param stepSeconds length of a slot in seconds, 1 or more
   * @throws IllegalArgumentException if the metric does not come in {@code unit}, the step is not
   *     positive, or a value is negative or infinite, or a fraction looks like a percentage
   */
  public static Series of(
      Metric metric, SampleUnit unit, Instant start, int stepSeconds, float[] values) {
    return adopting(metric, unit, start, stepSeconds, values.clone());
  }

  /**
   * As {@link #of}, without the copy: {@code values} belongs to the series from now on and must not
   * be touched again. For readers that just made the array.
   */
  public static Series adopting(
      Metric metric, SampleUnit unit, Instant start, int stepSeconds, float[] values) {
    Objects.requireNonNull(values, "values is null");
    if (!metric.units().contains(unit)) {
      throw new IllegalArgumentException(
          "Invalid unit of "
              + metric.id()
              + ": "
              + unit.id()
              + "; expected "
              + String.join(" or ", metric.units().stream().map(SampleUnit::id).toList()));
    }
    if (stepSeconds < 1) {
      throw new IllegalArgumentException(
          "Invalid step of " + metric.id() + ": " + stepSeconds + " s; expected 1 s or more");
    }
    float limit = unit.largest();
    for (int slot = 0; slot < values.length; slot++) {
      float value = values[slot];
      if (value < 0 || value > limit) {
        throw new IllegalArgumentException(refusal(metric, unit, slot, value));
      }
    }
    return new Series(metric, unit, start.getEpochSecond(), stepSeconds, values);
  }

  private static String refusal(Metric metric, SampleUnit unit, int slot, float value) {
    String expected =
        unit == SampleUnit.FRACTION && value > unit.largest()
            ? "0 to " + (int) unit.largest() + " for the unit fraction (is the unit percent?)"
            : "a finite number of 0 or more";
    return "Invalid value of "
        + metric.id()
        + " in slot "
        + slot
        + ": "
        + value
        + "; expected "
        + expected;
  }

  /** Returns the metric. */
  public Metric metric() {
    return metric;
  }

  /** Returns the unit of the values. */
  public SampleUnit unit() {
    return unit;
  }

  /** Returns the number of slots, gaps included. */
  public int slots() {
    return values.length;
  }

  /** Returns the start of the first slot, in seconds since the epoch, UTC. */
  public long startEpochSecond() {
    return startEpochSecond;
  }

  /** Returns the length of a slot in seconds. */
  public int stepSeconds() {
    return stepSeconds;
  }

  /** Returns the start of a slot, in seconds since the epoch, UTC. */
  public long slotStart(int slot) {
    return startEpochSecond + (long) slot * stepSeconds;
  }

  /** Returns the end of the last slot, in seconds since the epoch, UTC. */
  public long endEpochSecond() {
    return slotStart(values.length);
  }

  /** Returns the first slot that starts at {@code second} or later; {@link #slots} if none does. */
  public int slotFrom(long second) {
    int touching = slotTouching(second);
    boolean startsBefore = touching < values.length && slotStart(touching) < second;
    return startsBefore ? touching + 1 : touching;
  }

  /** Returns the first slot that ends after {@code second}; {@link #slots} if none does. */
  public int slotTouching(long second) {
    if (second <= startEpochSecond) {
      return 0;
    }
    return second >= endEpochSecond()
        ? values.length
        : (int) ((second - startEpochSecond) / stepSeconds);
  }

  /** Returns the slots that lie wholly within {@code range}; no slots if none does. */
  public Series within(TimeRange range) {
    int from = slotFrom(range.start().getEpochSecond());
    int until = Math.max(from, slotTouching(range.end().getEpochSecond()));
    return new Series(
        metric, unit, slotStart(from), stepSeconds, Arrays.copyOfRange(values, from, until));
  }

  /** Whether the slot has a sample. */
  public boolean observed(int slot) {
    float value = values[slot];
    return !Float.isNaN(value);
  }

  /**
   * Returns the sample of the slot.
   *
   * @throws IllegalStateException if the slot is a gap
   */
  public float value(int slot) {
    float value = values[slot];
    if (Float.isNaN(value)) {
      throw new IllegalStateException(metric.id() + " has no sample in slot " + slot);
    }
    return value;
  }

  /** Copies all slots, gaps included, into {@code target} from index {@code at} on. */
  void copyTo(float[] target, int at) {
    System.arraycopy(values, 0, target, at, values.length);
  }

  /** Whether both hold the same slots and the same values, bit for bit. */
  @Override
  public boolean equals(Object object) {
    return object instanceof Series other
        && metric == other.metric
        && unit == other.unit
        && startEpochSecond == other.startEpochSecond
        && stepSeconds == other.stepSeconds
        && Arrays.equals(values, other.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(metric, unit, startEpochSecond, stepSeconds, values.length);
  }

  @Override
  public String toString() {
    return metric.id()
        + " in "
        + unit.id()
        + ", "
        + values.length
        + " slots of "
        + stepSeconds
        + " s from "
        + Instant.ofEpochSecond(startEpochSecond);
  }
}
