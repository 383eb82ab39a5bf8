package io.headroom.proof;

import java.util.List;

/**
 * A mistake that people make, planted in one place.
 *
 * @param file source below {@code src/main/java/io/headroom}
 * @param find text that occurs in it exactly once
 * @param replacement what stands there instead
 * @param breaks what goes wrong, in one sentence
 */
public record PlantedBug(String file, String find, String replacement, String breaks) {

  /** All of them. */
  static final List<PlantedBug> ALL =
      List.of(
          new PlantedBug(
              "model/unit/VCpus.java",
              "return value >= need.value;",
              "return value > need.value;",
              "a type with exactly the required vCPUs is refused"),
          new PlantedBug(
              "model/unit/Mebibytes.java",
              "return value >= need.value;",
              "return value > need.value;",
              "a type with exactly the required memory is refused"),
          new PlantedBug(
              "model/unit/Percentile.java",
              "Math.ceil(percent / 100 * count - 1e-9 * count)",
              "Math.floor(percent / 100 * count)",
              "a percentile is one rank too low"),
          new PlantedBug(
              "model/catalog/Offering.java",
              ".scaled(discount.multiplier(running))",
              "",
              "the sustained-use discount is forgotten"),
          new PlantedBug(
              "engine/demand/CpuDemandReader.java",
              "policy.cpu().series() == SampleSeries.MAXIMUM",
              "policy.cpu().series() == SampleSeries.MEAN",
              "maxima inside the slots are taken for means"),
          new PlantedBug(
              "engine/demand/FiveMinuteMeans.java",
              "counts[slot] == 0 ? Series.gap()",
              "counts[slot] == 0 ? 0",
              "a gap is read as zero"),
          new PlantedBug(
              "engine/demand/FiveMinuteMeans.java",
              "(float) (sums[slot] / counts[slot])",
              "(float) sums[slot]",
              "finer samples are added up, not averaged"),
          new PlantedBug(
              "engine/demand/Dimension.java",
              "1024.0 * 1024.0",
              "1000.0 * 1000.0",
              "bytes become megabytes, not MiB"),
          new PlantedBug(
              "engine/demand/Dimension.java",
              "base(type) / PERCENT",
              "base(type)",
              "a percentage is taken for a fraction"),
          new PlantedBug(
              "engine/demand/Dimension.java",
              "type.isSharedCore() ? type.sustained().value() : type.vcpus().value()",
              "type.vcpus().value()",
              "utilization of a shared core is taken for that of all its vCPUs"),
          new PlantedBug(
              "engine/demand/Frame.java",
              "TimeRange.endingAt(asOf, policy.history().lookback())",
              "TimeRange.endingAt(asOf, policy.history().lookback().plusDays(1))",
              "the look-back window is a day too long"),
          new PlantedBug(
              "engine/demand/Frame.java",
              "Duration.ofMinutes(15)",
              "Duration.ZERO",
              "the load of a start sets the demand"),
          new PlantedBug(
              "engine/demand/UsageReader.java",
              "dimension.factor(part.unit(), type);",
              "dimension.factor(part.unit(),"
                  + " timeline.reigns().get(timeline.reigns().size() - 1).type().orElse(type));",
              "utilization before a resize is taken for that of the present type"),
          new PlantedBug(
              "engine/demand/UsageReader.java",
              "(float) (part.value(slot) * factor) > (float) most",
              "(float) (part.value(slot) * factor) >= (float) most",
              "a full memory is taken for a contradiction"),
          new PlantedBug(
              "engine/demand/Reduction.java",
              "if (censoring.isCensored())",
              "if (censoring.isCensored() && rule.toReduce().isNegative())",
              "a dimension that was cut off is reduced"),
          new PlantedBug(
              "engine/demand/Reduction.java",
              "if (!usage.coverage().atLeast(rule.coverage()))",
              "if (usage.coverage().atLeast(rule.coverage()))",
              "coverage is tested the wrong way round"),
          new PlantedBug(
              "engine/demand/CensoringVerdict.java",
              "regime.censoredDays() >= DAYS_TO_GROW",
              "regime.censoredDays() > DAYS_TO_GROW",
              "three days that were cut off do not ask for more"),
          new PlantedBug(
              "engine/demand/MemoryCensoring.java",
              "used >= FULL * capacity",
              "used > capacity",
              "a full memory is not seen"),
          new PlantedBug(
              "engine/demand/DatabaseCaution.java",
              ".filter(DATABASES::contains)",
              ".filter(word -> word.isEmpty())",
              "the memory of databases is reduced"),
          new PlantedBug(
              "engine/demand/DemandAnalysis.java",
              "Share.of(all - off, all)",
              "Share.ALL",
              "a machine that stops at night is priced for all hours"),
          new PlantedBug(
              "engine/verdict/NeedReader.java",
              "demand.with(policy.cpu().headroom())",
              "demand.with(policy.memory().headroom())",
              "the headroom of memory is added to CPU"),
          new PlantedBug(
              "engine/verdict/NeedReader.java",
              "      return present.memory();",
              "      return Mebibytes.NONE;",
              "memory that was not collected is taken for none"),
          new PlantedBug(
              "engine/verdict/NeedReader.java",
              "int DOUBLING = 2;",
              "int DOUBLING = 1;",
              "a machine that is cut off does not grow"),
          new PlantedBug(
              "engine/verdict/NeedReader.java",
              "cpu.boundByThreads().get() + 1",
              "cpu.boundByThreads().get()",
              "a machine bound by single threads has no vCPU to spare"),
          new PlantedBug(
              "engine/verdict/Hysteresis.java",
              "candidate.risk().level() >= RISK_FALL",
              "candidate.risk().level() >= -RISK_FALL",
              "every saving is worth a change"),
          new PlantedBug(
              "engine/verdict/Hysteresis.java",
              "change.from().plus(rule.coolDown()).isAfter(asOf)",
              "change.from().isAfter(asOf)",
              "the cool-down is ignored"),
          new PlantedBug(
              "engine/verdict/Rejections.java",
              "rejection.price().compareTo(reference) < 0",
              "rejection.price().compareTo(reference) > 0",
              "dearer types are listed, not cheaper ones"),
          new PlantedBug(
              "engine/candidate/StepFloor.java",
              "case HALF_MEMORY -> new StepFloor(VCpus.NONE, halfMemory);",
              "case HALF_MEMORY -> NONE;",
              "one step takes more than half of the memory"),
          new PlantedBug(
              "engine/candidate/Ranking.java",
              "BigDecimal.ONE.add(",
              "BigDecimal.ONE.subtract(",
              "the price tolerance has the wrong sign"),
          new PlantedBug(
              "engine/candidate/Ranking.java",
              ".thenComparing(candidate -> distance(candidate.type()))",
              ".thenComparing(candidate -> -distance(candidate.type()))",
              "of equal types the farthest is taken"),
          new PlantedBug(
              "engine/candidate/Eligibility.java",
              "Math.min(present.generation(), MODERN_GENERATION)",
              "Math.max(present.generation(), MODERN_GENERATION)",
              "cheap older generations are left out"),
          new PlantedBug(
              "engine/candidate/CustomShapeSearch.java",
              "low = middle + 1;",
              "low = middle + 2;",
              "custom shapes have a step of memory too much"),
          new PlantedBug(
              "engine/worker/WorkerSizing.java",
              "workload.headroom().factor() * Math.max(0, load)",
              "workload.headroom().factor() * workload.headroom().factor() * Math.max(0, load)",
              "headroom is added twice"),
          new PlantedBug(
              "engine/worker/WorkerSizing.java",
              "WorkerFormula.forVcpus(sustained.minusAtLeastNone(workload.coResident()), threads())",
              "WorkerFormula.forVcpus(sustained, threads())",
              "the vCPUs of co-resident services are forgotten"),
          new PlantedBug(
              "engine/worker/WorkerSizing.java",
              "(memory.value() - pools.sizeOn(memory)) / workload.headroom().factor() - rest",
              "memory.value() / workload.headroom().factor() - rest",
              "the memory of co-resident services is forgotten"),
          new PlantedBug(
              "engine/worker/WorkerSizing.java",
              "double footprint = room >= 0 ? webFootprint.added() : webFootprint.freed();",
              "double footprint = webFootprint.added();",
              "workers that go are credited with all they might have taken"),
          new PlantedBug(
              "engine/worker/WorkerFormula.java",
              "(requests + threads - 1) / threads",
              "requests / threads",
              "workers with threads are rounded down"),
          new PlantedBug(
              "engine/worker/WorkerFormula.java",
              "Math.min(maximum, Math.max(minimum, byVcpus))",
              "Math.min(minimum, Math.max(maximum, byVcpus))",
              "the least and the most workers are swapped"),
          new PlantedBug(
              "engine/replay/CreditAccount.java",
              "Math.min(credits.maximum(), Math.max(0, left))",
              "Math.max(0, left)",
              "CPU credits are saved without an end"),
          new PlantedBug(
              "engine/replay/SurplusPrice.java",
              "new BigDecimal(surplusVcpuHours / observedHours,",
              "new BigDecimal(surplusVcpuHours,",
              "surplus credits of the whole history are charged each hour"));

  @Override
  public String toString() {
    return file + ": " + breaks;
  }
}
