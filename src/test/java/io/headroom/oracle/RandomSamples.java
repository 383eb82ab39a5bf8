package io.headroom.oracle;

import io.headroom.model.catalog.Burst;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.machine.Provider;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.testing.Machines;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A load with days and nights, spikes, plateaus and gaps, in any unit the metric comes in. */
final class RandomSamples {

  private static final int DAY = 86_400;

  private final Random random;
  private final InstanceType present;
  private final int days;

  RandomSamples(Random random, InstanceType present, int days) {
    this.random = random;
    this.present = present;
    this.days = days;
  }

  List<Series> all() {
    List<Series> all = new ArrayList<>();
    double[] cpu = load(steps(cpuStep()), peak());
    int step = DAY * days / cpu.length;
    if (random.nextInt(30) != 0) {
      all.add(cpu(Metric.CPU_UTILIZATION_AVG, cpu, step));
    }
    if (random.nextInt(4) == 0) {
      double[] maxima = cpu.clone();
      for (int i = 0; i < maxima.length; i++) {
        maxima[i] = Math.min(1, maxima[i] * (1 + random.nextInt(3)));
      }
      all.add(cpu(Metric.CPU_UTILIZATION_MAX, maxima, step));
    }
    if (present.provider() == Provider.GCE && random.nextBoolean()) {
      all.add(reserved(cpu.length, step));
    }
    if (random.nextInt(6) != 0) {
      memory(all);
    }
    if (present.burst().filter(Burst.Credits.class::isInstance).isPresent()
        && random.nextBoolean()) {
      credits(all);
    }
    if (random.nextInt(4) == 0) {
      network(all);
    }
    return all;
  }

  private int cpuStep() {
    boolean detailed = days <= 20 && random.nextInt(3) == 0;
    return detailed ? 60 : random.nextInt(3) == 0 ? 300 : 3600;
  }

  private int steps(int step) {
    return DAY * days / step;
  }

  /** Share of the capacity at the peak; round ones, so that types that just fit are met. */
  private double peak() {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextInt(20) / 1000.0;
      case 1 -> (1 + random.nextInt(8)) / 8.0;
      case 2 -> random.nextBoolean() ? 0.99 : 1;
      default -> random.nextInt(10_000) / 10_000.0;
    };
  }

  /** A load of days and nights whose largest value is {@code peak}. */
  private double[] load(int slots, double peak) {
    double base = random.nextDouble() * random.nextDouble();
    double waves = random.nextDouble();
    double[] load = new double[slots];
    for (int slot = 0; slot < slots; slot++) {
      double hour = 24.0 * days * slot / slots;
      double day = (1 - Math.cos(2 * Math.PI * hour / 24)) / 2;
      double share = base + (1 - base) * waves * day * random.nextDouble();
      load[slot] = peak * Math.min(1, share);
    }
    load[random.nextInt(slots)] = peak;
    if (random.nextInt(4) == 0) {
      plateau(load, peak);
    }
    gaps(load);
    return load;
  }

  private void plateau(double[] load, double peak) {
    int length = 1 + random.nextInt(Math.max(1, load.length / 20));
    int from = random.nextInt(load.length - length + 1);
    for (int slot = from; slot < from + length; slot++) {
      load[slot] = peak * (random.nextBoolean() ? 1 : 0.995);
    }
  }

  private void gaps(double[] load) {
    if (random.nextInt(3) == 0) {
      double share = random.nextDouble() * 0.4;
      for (int slot = 0; slot < load.length; slot++) {
        load[slot] = random.nextDouble() < share ? Double.NaN : load[slot];
      }
    }
  }

  private Series cpu(Metric metric, double[] shares, int step) {
    double[] factors = {100, 1, present.vcpus().value()};
    SampleUnit[] units = {SampleUnit.PERCENT, SampleUnit.FRACTION, SampleUnit.VCPUS};
    int unit = random.nextInt(units.length);
    double burst = Market.isSharedCore(present) && random.nextBoolean() ? 3 : 1;
    return series(metric, units[unit], shares, factors[unit] * burst, step);
  }

  private Series reserved(int slots, int step) {
    double[] cores = new double[slots];
    java.util.Arrays.fill(cores, Market.counted(present));
    return series(Metric.CPU_RESERVED, SampleUnit.VCPUS, cores, 1, step);
  }

  private void memory(List<Series> all) {
    int step = random.nextInt(3) == 0 ? 300 : 3600;
    double has = present.memory().value();
    double peak = random.nextInt(8) == 0 ? 0.96 : peak();
    double[] load = load(steps(step), peak);
    double[] factors = {has, has * 1024 * 1024, 100};
    SampleUnit[] units = {SampleUnit.MIB, SampleUnit.BYTES, SampleUnit.PERCENT};
    int unit = random.nextInt(units.length);
    all.add(series(Metric.MEMORY_USED, units[unit], load, factors[unit], step));
    if (random.nextInt(5) == 0) {
      double[] swap = new double[load.length];
      for (int slot = 1; slot < swap.length; slot++) {
        swap[slot] = swap[slot - 1] + (random.nextInt(10) == 0 ? 5 : 0);
      }
      all.add(series(Metric.SWAP_USED, SampleUnit.MIB, swap, 1, step));
    }
  }

  private void credits(List<Series> all) {
    double[] balance = new double[days * 288];
    int empty = random.nextInt(3) == 0 ? random.nextInt(balance.length) : 0;
    for (int slot = 0; slot < balance.length; slot++) {
      balance[slot] = slot < empty ? 0.01 : 100;
    }
    all.add(series(Metric.CPU_CREDIT_BALANCE, SampleUnit.CREDITS, balance, 1, 300));
    if (random.nextInt(3) == 0) {
      all.add(series(Metric.CPU_CREDIT_SURPLUS, SampleUnit.CREDITS, balance, 0.1, 300));
    }
  }

  private void network(List<Series> all) {
    double rate = Math.pow(10, random.nextInt(10));
    for (Metric metric : List.of(Metric.NETWORK_IN, Metric.NETWORK_OUT)) {
      all.add(series(metric, SampleUnit.BYTES_PER_SECOND, load(steps(3600), 1), rate, 3600));
    }
  }

  private static Series series(
      Metric metric, SampleUnit unit, double[] shares, double factor, int step) {
    float[] values = new float[shares.length];
    for (int slot = 0; slot < values.length; slot++) {
      double rounded = Math.rint(shares[slot] * factor * 10_000) / 10_000;
      values[slot] = Double.isNaN(shares[slot]) ? Series.gap() : (float) rounded;
    }
    return Series.adopting(
        metric, unit, Machines.AS_OF.minusSeconds((long) step * values.length), step, values);
  }
}
