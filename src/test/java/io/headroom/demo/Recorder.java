package io.headroom.demo;

import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.Observation;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Observations;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes down what a machine did, in the units and with the digits its monitoring has. */
final class Recorder {

  private static final double PERCENT = 100;
  private static final double TENTHS = 10;
  private static final double THOUSANDTHS = 1000;

  /** Memory moves slowly: pages in use are counted in four MiB. */
  private static final double MEMORY_GRAIN = 4;

  private final String name;
  private final ZoneId zone;
  private TimeRange recorded = DemoTime.WINDOW;
  private List<TimeRange> off = List.of();
  private final List<Series> series = new ArrayList<>();

  /**
   * Begins with nothing.
   *
   * @param name name of the machine
   * @param zone where its users are
   */
  Recorder(String name, String zone) {
    this.name = name;
    this.zone = ZoneId.of(zone);
  }

  /** Records only from {@code start} on. */
  Recorder from(String start) {
    recorded = new TimeRange(Instant.parse(start), DemoTime.WINDOW.end());
    return this;
  }

  /** Records nothing while the machine is off. */
  Recorder off(List<TimeRange> ranges) {
    off = ranges;
    return this;
  }

  /** CloudWatch's {@code CPUUtilization} of a type with so many vCPUs, in tenths of a percent. */
  Recorder cpuPercent(double vcpus, Signal used) {
    return add(Metric.CPU_UTILIZATION_AVG, SampleUnit.PERCENT, used, PERCENT / vcpus, 1 / TENTHS);
  }

  /** The same for a machine that was of another type before. */
  Recorder cpuPercent(double before, Instant change, double after, Signal used) {
    double[] amounts = amounts(used, DemoTime.FIVE_MINUTES, Metric.CPU_UTILIZATION_AVG);
    float[] values = new float[amounts.length];
    for (int slot = 0; slot < values.length; slot++) {
      boolean changed =
          recorded.start().getEpochSecond() + (long) slot * DemoTime.FIVE_MINUTES
              >= change.getEpochSecond();
      values[slot] = grain(amounts[slot] * PERCENT / (changed ? after : before), 1 / TENTHS);
    }
    return add(Metric.CPU_UTILIZATION_AVG, SampleUnit.PERCENT, DemoTime.FIVE_MINUTES, values);
  }

  /** Cloud Monitoring's {@code cpu/utilization} of so many reserved cores, in thousandths. */
  Recorder cpuFraction(double cores, Signal used) {
    return add(Metric.CPU_UTILIZATION_AVG, SampleUnit.FRACTION, used, 1 / cores, 1 / THOUSANDTHS);
  }

  /** The maximum of the minutes in each slot, as detailed monitoring has it beside the mean. */
  Recorder maxima() {
    Series means = series.get(series.size() - 1);
    Random random = new Random(name.hashCode());
    float full = means.unit() == SampleUnit.PERCENT ? (float) PERCENT : 1;
    float[] values = new float[means.slots()];
    for (int slot = 0; slot < values.length; slot++) {
      double burst = StrictMath.pow(random.nextDouble(), 4);
      values[slot] =
          means.observed(slot)
              ? grain(
                  Math.min(full, means.value(slot) * (1.05 + burst) + 0.12 * burst * full),
                  full / THOUSANDTHS)
              : Series.gap();
    }
    return add(Metric.CPU_UTILIZATION_MAX, means.unit(), means.stepSeconds(), values);
  }

  /** Cores that the utilization of a shared-core machine is relative to: they never change. */
  Recorder reservedCores(double cores) {
    return add(
        Metric.CPU_RESERVED,
        SampleUnit.VCPUS,
        DemoTime.HOUR,
        Signal.of(Load.flat(cores)).noise(0),
        1,
        1 / THOUSANDTHS);
  }

  /** Memory in MiB. */
  Recorder memory(Signal used) {
    return add(Metric.MEMORY_USED, SampleUnit.MIB, used.missing(DemoTime.OUTAGE), 1, MEMORY_GRAIN);
  }

  /** Swap in MiB. */
  Recorder swap(Signal used) {
    return add(Metric.SWAP_USED, SampleUnit.MIB, used.noise(0), 1, 1);
  }

  /** Both directions in KiB a second, as means of an hour. */
  Recorder network(Load in, Load out) {
    return add(Metric.NETWORK_IN, SampleUnit.BYTES_PER_SECOND, DemoTime.HOUR, kib(in), 1024, 100)
        .add(Metric.NETWORK_OUT, SampleUnit.BYTES_PER_SECOND, DemoTime.HOUR, kib(out), 1024, 100);
  }

  /** Reads and writes of network disks together, as means of an hour. */
  Recorder disk(Load kibPerSecond, Load operations) {
    return add(
            Metric.DISK_THROUGHPUT,
            SampleUnit.BYTES_PER_SECOND,
            DemoTime.HOUR,
            kib(kibPerSecond),
            1024,
            1000)
        .add(Metric.DISK_IOPS, SampleUnit.PER_SECOND, DemoTime.HOUR, kib(operations), 1, 1);
  }

  /** CPU and credits of a burstable type. */
  Recorder burst(CreditAccount account, Signal wanted) {
    series.addAll(
        account.series(
            recorded.start(),
            amounts(
                wanted.missing(DemoTime.OUTAGE),
                DemoTime.FIVE_MINUTES,
                Metric.CPU_UTILIZATION_AVG)));
    return this;
  }

  /** Returns the machine with everything that was recorded. */
  Observation of(InstanceBuilder machine) {
    Instance instance = machine.name(name).stopped(off).build();
    return new Observation(instance, Observations.of(series));
  }

  private double[] amounts(Signal signal, int step, Metric metric) {
    off.forEach(signal::missing);
    return signal.over(recorded, step, zone, name + "/" + metric.id());
  }

  private static Signal kib(Load load) {
    return Signal.of(load).noise(0.12);
  }

  private Recorder add(Metric metric, SampleUnit unit, Signal signal, double factor, double grain) {
    signal.missing(DemoTime.OUTAGE);
    return add(metric, unit, DemoTime.FIVE_MINUTES, signal, factor, grain);
  }

  private Recorder add(
      Metric metric, SampleUnit unit, int step, Signal signal, double factor, double grain) {
    double[] amounts = amounts(signal, step, metric);
    float[] values = new float[amounts.length];
    for (int slot = 0; slot < values.length; slot++) {
      values[slot] = grain(amounts[slot] * factor, grain);
    }
    return add(metric, unit, step, values);
  }

  private Recorder add(Metric metric, SampleUnit unit, int step, float[] values) {
    series.add(Series.of(metric, unit, recorded.start(), step, values));
    return this;
  }

  /** Rounds to a multiple of {@code grain}; what was not observed stays so. */
  static float grain(double amount, double grain) {
    return Double.isNaN(amount) ? Series.gap() : (float) (Math.round(amount / grain) * grain);
  }
}
