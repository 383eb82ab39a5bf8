package io.headroom.oracle;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.policy.Growth;
import io.headroom.model.policy.Policy;
import io.headroom.model.series.Metric;
import java.util.Optional;

/** From demand to required capacity. */
final class Requirement {

  private final Question question;
  private final InstanceType present;
  private final Policy policy;
  final boolean byCredits;
  final Optional<Reading> cpu;
  final Optional<Reading> memory;
  final double vcpus;
  final double sustained;
  final double memoryFloor;
  final Optional<Double> memoryCeiling;
  final double requiredMemory;
  final Crew crew;

  Requirement(Question question) {
    this.question = question;
    present = question.present();
    policy = question.policy();
    Readings readings = new Readings(question);
    cpu = readings.cpu();
    memory = readings.memory();
    byCredits = readings.isCutByCredits();
    vcpus = vcpus();
    sustained = sustained();
    memoryFloor = memoryFloor();
    crew = new Crew(question, cpu, memory, vcpus);
    double has = present.memory().value();
    memoryCeiling =
        policy.growth() == Growth.ON_PRESSURE && crew.demandWithPools() <= has
            ? Optional.of(has)
            : Optional.empty();
    double wanted = memory.isEmpty() ? has : crew.requiredNow();
    requiredMemory =
        Math.max(memoryFloor, Math.min(wanted, memoryCeiling.orElse(Double.MAX_VALUE)));
  }

  Question question() {
    return question;
  }

  private double vcpus() {
    double has = Market.counted(present);
    if (cpu.isEmpty()) {
      return has;
    }
    Reading reading = cpu.get();
    double demand = Rounding.vcpus(reading.value());
    double wanted = Rounding.vcpus(demand * (1 + policy.cpu().headroom().fraction()));
    if (policy.growth() == Growth.ON_PRESSURE && demand <= has) {
      wanted = Math.min(wanted, has);
    }
    Optional<Integer> threads =
        reading.cut().isCensored() || !showsPlateaus(reading)
            ? Optional.empty()
            : Censoring.byThreads(reading.slots(), reading.peak());
    if (threads.isPresent()) {
      // more vCPUs are nothing to threads that cannot use them
      wanted = Math.max(demand <= has ? Math.min(wanted, has) : wanted, threads.get() + 1);
    }
    if (reading.cut().grows() && !byCredits) {
      wanted = Math.max(wanted, 2 * reading.cut().capacity());
    }
    return reading.mayReduce() ? wanted : Math.max(wanted, has);
  }

  /** Maxima of finer samples say nothing of how long they lasted. */
  private boolean showsPlateaus(Reading reading) {
    return Samples.has(question, Metric.CPU_UTILIZATION_AVG) || reading.lowerBound();
  }

  private double sustained() {
    if (byCredits && cpu.filter(reading -> reading.cut().grows()).isPresent()) {
      return 2 * cpu.orElseThrow().cut().capacity();
    }
    boolean kept = cpu.filter(Reading::mayReduce).isEmpty();
    return kept && present.burst().isPresent() ? Market.sustained(present) : 0;
  }

  private double memoryFloor() {
    double has = present.memory().value();
    if (memory.isEmpty()) {
      return has;
    }
    double floor = memory.get().mayReduce() ? 0 : has;
    return memory.get().cut().grows() ? Math.max(floor, 2 * memory.get().cut().capacity()) : floor;
  }
}
