package io.headroom.proof;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.policy.Policy;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Observations;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.model.verdict.Verdict;
import io.headroom.oracle.Cases;
import io.headroom.oracle.Question;
import io.headroom.testing.Machines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A load in vCPUs and MiB that is the same on any type: days and nights below seven tenths of the
 * peak, and one five-minute slot that sets it. Nothing cuts it off and nothing is flat, so that a
 * law is not about those rules.
 */
final class Load {

  private static final int SLOTS = 42 * 288;
  private static final double CALM = 0.7;

  private final List<Double> cpu = new ArrayList<>();
  private final List<Double> memory = new ArrayList<>();
  private final int busiest;

  /** A load of at most so many vCPUs and MiB. */
  Load(Random random, double mostVcpus, double mostMib) {
    double vcpus = mostVcpus * (0.02 + 0.98 * random.nextDouble());
    double mib = mostMib * (0.02 + 0.98 * random.nextDouble());
    double nights = random.nextDouble();
    for (int slot = 0; slot < SLOTS; slot++) {
      double day = (1 - Math.cos(2 * Math.PI * slot / 288)) / 2;
      double share = CALM * (nights + (1 - nights) * day) * random.nextDouble();
      cpu.add(vcpus * share);
      memory.add(mib * (CALM / 2 + share / 2));
    }
    busiest = 1 + random.nextInt(SLOTS - 2);
    cpu.set(busiest, vcpus);
    memory.set(busiest, mib);
  }

  /** The slot that sets both peaks. */
  int busiest() {
    return busiest;
  }

  static int slots() {
    return SLOTS;
  }

  double vcpus(int slot) {
    return cpu.get(slot);
  }

  Series cpu(double factor) {
    return series(Metric.CPU_UTILIZATION_AVG, SampleUnit.VCPUS, cpu, factor);
  }

  Series memory(double factor) {
    return series(Metric.MEMORY_USED, SampleUnit.MIB, memory, factor);
  }

  /** CPU as a percentage or fraction of {@code type}. */
  Series cpu(SampleUnit unit, InstanceType type) {
    double whole = unit == SampleUnit.PERCENT ? 100 : 1;
    return series(Metric.CPU_UTILIZATION_AVG, unit, cpu, whole / type.vcpus().value());
  }

  /** Memory in bytes, or as a percentage of {@code type}. */
  Series memory(SampleUnit unit, InstanceType type) {
    double factor = unit == SampleUnit.BYTES ? 1024.0 * 1024.0 : 100 / type.memory().value();
    return series(Metric.MEMORY_USED, unit, memory, factor);
  }

  private static Series series(Metric metric, SampleUnit unit, List<Double> values, double factor) {
    float[] scaled = new float[values.size()];
    for (int slot = 0; slot < scaled.length; slot++) {
      scaled[slot] = (float) (values.get(slot) * factor);
    }
    return Series.adopting(
        metric, unit, Machines.AS_OF.minusSeconds(300L * scaled.length), 300, scaled);
  }

  /** Returns the verdict on a machine of {@code type} with just these series. */
  static Verdict verdict(Provider provider, String type, Policy policy, Series... series) {
    String region = provider == Provider.AWS ? "us-east-1" : "us-central1";
    Instance instance =
        Instance.builder(
                "a-machine",
                new Placement(provider, "an-account", region, Optional.empty()),
                TypeHistory.assumed(type))
            .build();
    return Comparison.verdict(
        new Question(
            new Observation(instance, Observations.of(List.of(series))),
            policy,
            Cases.region(provider, region),
            Machines.AS_OF));
  }

  static InstanceType type(Provider provider, String type) {
    String region = provider == Provider.AWS ? "us-east-1" : "us-central1";
    return Cases.region(provider, region).find(type).orElseThrow().type();
  }
}
