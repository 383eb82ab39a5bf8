package io.headroom.bench;

import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.catalog.Trait;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Observations;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.model.unit.Share;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Machines made by number: the same number gives the same machine. Each has a working day, quieter
 * weekends, noise with memory, and now and then an hour of a job; one in ten has gaps, one in
 * twenty no memory metric.
 */
public final class Fleet {

  /** End of all samples. */
  public static final Instant AS_OF = Instant.parse("2026-07-20T00:00:00Z");

  private static final int STEP_SECONDS = 300;
  private static final int SLOTS_PER_DAY = 24 * 60 * 60 / STEP_SECONDS;

  private final List<Offering> types;
  private final Placement placement;
  private final int days;

  private Fleet(List<Offering> types, Placement placement, int days) {
    this.types = types;
    this.placement = placement;
    this.days = days;
  }

  /** Machines of the types of {@code catalog} that people run most, each with {@code days} days. */
  public static Fleet of(RegionCatalog catalog, Placement placement, int days) {
    List<Offering> types =
        catalog.offerings().values().stream()
            .filter(offering -> offering.monthly(Share.ALL).isPresent())
            .filter(offering -> isCommon(offering))
            .toList();
    return new Fleet(types, placement, days);
  }

  /** An account of the bundled catalog's region us-east-1. */
  public static Placement usEast1() {
    return new Placement(Provider.AWS, "123456789012", "us-east-1", Optional.of("us-east-1a"));
  }

  private static boolean isCommon(Offering offering) {
    double vcpus = offering.type().vcpus().value();
    return vcpus >= 2
        && vcpus <= 32
        && List.of("m", "c", "r").contains(offering.type().category())
        && !offering.type().is(Trait.ACCELERATOR)
        && !offering.type().is(Trait.BARE_METAL)
        && !offering.type().isBurstable();
  }

  /** Returns the id of a machine; ids are in the order of numbers. */
  public static String id(int number) {
    return String.format(Locale.ROOT, "i-%017x", number);
  }

  /** Returns machine {@code number}. */
  public Observation machine(int number) {
    Random random = new Random(number);
    Offering offering = types.get(random.nextInt(types.size()));
    Instance instance =
        Instance.builder(id(number), placement, TypeHistory.assumed(offering.type().name()))
            .name("machine-" + number)
            .build();
    double cpu = 5 + 60 * random.nextDouble() * random.nextDouble();
    double memory =
        offering.type().memory().value() * (0.15 + 0.7 * Math.sqrt(random.nextDouble()));
    boolean gaps = number % 10 == 3;
    float[] means = day(random, cpu, 100, gaps);
    float[] maxima = means.clone();
    for (int slot = 0; slot < maxima.length; slot++) {
      maxima[slot] = (float) Math.min(100, maxima[slot] * (1.05 + 0.4 * random.nextDouble()));
    }
    Series average = series(Metric.CPU_UTILIZATION_AVG, SampleUnit.PERCENT, means);
    Series most = series(Metric.CPU_UTILIZATION_MAX, SampleUnit.PERCENT, maxima);
    Series network =
        series(Metric.NETWORK_IN, SampleUnit.BYTES_PER_SECOND, day(random, 2e6, 1e9, gaps));
    if (number % 20 == 7) {
      return new Observation(instance, Observations.of(List.of(average, most, network)));
    }
    Series used =
        series(
            Metric.MEMORY_USED,
            SampleUnit.MIB,
            day(random, memory, 0.97 * offering.type().memory().value(), gaps));
    return new Observation(instance, Observations.of(List.of(average, most, network, used)));
  }

  private Series series(Metric metric, SampleUnit unit, float[] values) {
    return Series.of(
        metric,
        unit,
        AS_OF.minusSeconds((long) values.length * STEP_SECONDS),
        STEP_SECONDS,
        values);
  }

  /** Values around {@code level} in the working day, never above {@code most}. */
  private float[] day(Random random, double level, double most, boolean gaps) {
    float[] values = new float[days * SLOTS_PER_DAY];
    double noise = 0;
    for (int slot = 0; slot < values.length; slot++) {
      double hour = (slot % SLOTS_PER_DAY) * 24.0 / SLOTS_PER_DAY;
      boolean weekend = (slot / SLOTS_PER_DAY) % 7 >= 5;
      double work = weekend ? 0.1 : Math.max(0, Math.sin((hour - 7) / 12 * Math.PI));
      double job = hour >= 2 && hour < 3 ? 0.6 : 0;
      noise = 0.9 * noise + 0.1 * random.nextGaussian();
      double value = level * (0.4 + 0.6 * Math.max(work, job)) * (1 + 0.3 * noise);
      values[slot] = rounded(Math.max(0, Math.min(most, value)));
    }
    if (gaps) {
      int from = random.nextInt(values.length - SLOTS_PER_DAY);
      java.util.Arrays.fill(values, from, from + SLOTS_PER_DAY / 3, Series.gap());
    }
    return values;
  }

  /** As monitoring gives them: with few digits. */
  private static float rounded(double value) {
    return (float) (Math.round(value * 100) / 100.0);
  }
}
