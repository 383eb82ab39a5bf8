package io.headroom.testing;

import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Makes series: a flat line to begin with, then changes to it. The end is {@link Machines#AS_OF}.
 */
public final class Samples {

  public static final int FIVE_MINUTES = 300;

  private final Metric metric;
  private final SampleUnit unit;
  private final Instant start;
  private final int step;
  private final float[] values;

  private Samples(Metric metric, SampleUnit unit, Instant start, int step, int slots) {
    this.metric = metric;
    this.unit = unit;
    this.start = start;
    this.step = step;
    this.values = new float[slots];
  }

  /** Slots of five minutes over {@code days} days that end at {@link Machines#AS_OF}, all 0. */
  public static Samples of(Metric metric, SampleUnit unit, double days) {
    return of(metric, unit, days, FIVE_MINUTES);
  }

  /** Slots of {@code step} seconds over {@code days} days that end at {@link Machines#AS_OF}. */
  public static Samples of(Metric metric, SampleUnit unit, double days, int step) {
    int slots = (int) (Duration.ofDays(1).toSeconds() * days / step);
    return new Samples(metric, unit, Machines.AS_OF.minusSeconds((long) slots * step), step, slots);
  }

  /** Slots of five minutes from {@code start} on. */
  public static Samples from(Metric metric, SampleUnit unit, Instant start, int slots) {
    return new Samples(metric, unit, start, FIVE_MINUTES, slots);
  }

  public static Samples cpuPercent(double days) {
    return of(Metric.CPU_UTILIZATION_AVG, SampleUnit.PERCENT, days);
  }

  public static Samples cpuVcpus(double days) {
    return of(Metric.CPU_UTILIZATION_AVG, SampleUnit.VCPUS, days);
  }

  public static Samples memoryMib(double days) {
    return of(Metric.MEMORY_USED, SampleUnit.MIB, days);
  }

  public Samples flat(double value) {
    Arrays.fill(values, (float) value);
    return this;
  }

  public Samples each(IntToDoubleFunction value) {
    for (int slot = 0; slot < values.length; slot++) {
      values[slot] = (float) value.applyAsDouble(slot);
    }
    return this;
  }

  /** Sets the slot that starts {@code before} ahead of the end. */
  public Samples at(Duration before, double value) {
    values[slotAt(before)] = (float) value;
    return this;
  }

  /** Sets {@code slots} slots from the one that starts {@code before} ahead of the end. */
  public Samples from(Duration before, int slots, double value) {
    Arrays.fill(values, slotAt(before), slotAt(before) + slots, (float) value);
    return this;
  }

  public Samples gap(Duration before, int slots) {
    Arrays.fill(values, slotAt(before), slotAt(before) + slots, Series.gap());
    return this;
  }

  private int slotAt(Duration before) {
    return values.length - (int) (before.toSeconds() / step);
  }

  public int slots() {
    return values.length;
  }

  public Series series() {
    return Series.of(metric, unit, start, step, values);
  }
}
