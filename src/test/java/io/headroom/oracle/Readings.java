package io.headroom.oracle;

import io.headroom.model.catalog.Burst;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.Provider;
import io.headroom.model.policy.DimensionRule;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.policy.Statistic;
import io.headroom.model.series.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Reads CPU and memory demand. */
final class Readings {

  private static final Set<String> ON_PAGE_CACHE = Set.of("postgresql", "mongodb");
  private static final Set<String> DATABASES = Set.of("mariadb", "mysql", "redis");

  private final Question question;
  private final SlotReader reader;

  Readings(Question question) {
    this.question = question;
    this.reader = new SlotReader(question);
  }

  Optional<Reading> cpu() {
    DimensionRule rule = question.policy().cpu();
    boolean hasMeans = Samples.has(question, Metric.CPU_UTILIZATION_AVG);
    boolean hasMaxima = Samples.has(question, Metric.CPU_UTILIZATION_MAX);
    boolean fromMaxima = !hasMeans || (rule.series() == SampleSeries.MAXIMUM && hasMaxima);
    List<Samples.Sample> fine = cpuSamples(Metric.CPU_UTILIZATION_AVG);
    List<Samples.Sample> means = Samples.fiveMinuteMeans(fine);
    List<Samples.Sample> maxima = cpuSamples(Metric.CPU_UTILIZATION_MAX);
    List<Samples.Sample> chosen = fromMaxima ? maxima : means;
    List<Slot> sizing = reader.cpu(chosen);
    List<Slot> usage = fromMaxima && hasMeans ? reader.cpu(means) : sizing;
    boolean isMaximum = fromMaxima && sampling() < longest(chosen);
    Cut saturated = hasMeans || !isMaximum ? Censoring.ofCpu(usage) : Cut.NONE;
    Cut throttled = Censoring.ofCredits(question);
    Cut cut = throttled.strength() > saturated.strength() ? throttled : saturated;
    Optional<Double> momentary =
        fromMaxima ? Optional.empty() : largest(reader.cpu(maxima), Readings::vcpuCeiling);
    return reading(
        rule.statistic(), chosen, sizing, usage, Readings::vcpuCeiling, cut, momentary, !isMaximum);
  }

  /** Whether it was credits, and not busy vCPUs, that cut CPU demand off. */
  boolean isCutByCredits() {
    List<Samples.Sample> means = Samples.fiveMinuteMeans(cpuSamples(Metric.CPU_UTILIZATION_AVG));
    return Censoring.ofCredits(question).strength() > Censoring.ofCpu(reader.cpu(means)).strength();
  }

  Optional<Reading> memory() {
    Optional<MemoryMeasure> measure = question.instance().memoryMeasure();
    if (measure.isPresent() && measure.get() == MemoryMeasure.COMMIT_PERCENT) {
      return Optional.empty();
    }
    DimensionRule rule = question.policy().memory();
    boolean hasMaxima = Samples.has(question, Metric.MEMORY_USED_MAX);
    boolean fromMaxima =
        hasMaxima
            && (rule.series() == SampleSeries.MAXIMUM
                || !Samples.has(question, Metric.MEMORY_USED));
    List<Samples.Sample> chosen =
        fromMaxima
            ? Samples.raw(question, Metric.MEMORY_USED_MAX)
            : Samples.fiveMinuteMeans(Samples.raw(question, Metric.MEMORY_USED));
    List<Slot> slots = reader.memory(chosen);
    Cut cut = Censoring.ofMemory(slots, Samples.raw(question, Metric.SWAP_USED));
    return reading(
            rule.statistic(),
            chosen,
            slots,
            slots,
            slot -> slot.type().memory().value(),
            cut,
            Optional.empty(),
            !fromMaxima || measure.filter(MemoryMeasure.AGENT_USED::equals).isPresent())
        .map(found -> isDatabase(measure) ? kept(found) : found);
  }

  private Optional<Reading> reading(
      Statistic statistic,
      List<Samples.Sample> samples,
      List<Slot> sizing,
      List<Slot> usage,
      ToDoubleFunction<Slot> ceiling,
      Cut cut,
      Optional<Double> momentary,
      boolean lowerBound) {
    List<Slot> counted = sizing.stream().filter(slot -> !slot.settling()).toList();
    if (counted.isEmpty()) {
      return Optional.empty();
    }
    double value = statistic(statistic, counted, ceiling);
    long at =
        counted.stream()
            .filter(slot -> clipped(slot, ceiling) == value)
            .mapToLong(Slot::start)
            .min()
            .orElseThrow();
    long history = sizing.get(sizing.size() - 1).end() - sizing.get(0).start();
    double coverage = coverage(samples, sizing);
    var rule = question.policy().history();
    boolean enough =
        isLongEnough(history, rule.toReduce().toSeconds())
            && coverage >= rule.coverage().fraction();
    return Optional.of(
        new Reading(
            value,
            largest(counted, ceiling).orElseThrow(),
            at,
            mean(usage),
            momentary,
            cut,
            enough && !cut.isCensored(),
            lowerBound,
            coverage,
            history,
            usage));
  }

  static boolean isLongEnough(long seconds, long least) {
    return seconds >= 0.98 * least;
  }

  private static double statistic(
      Statistic statistic, List<Slot> slots, ToDoubleFunction<Slot> ceiling) {
    List<Double> values = new ArrayList<>();
    TreeMap<Long, Double> days = new TreeMap<>();
    for (Slot slot : slots) {
      values.add(clipped(slot, ceiling));
      days.merge(slot.day(), clipped(slot, ceiling), Math::max);
    }
    Collections.sort(values);
    return statistic.match(
        () -> values.get(values.size() - 1),
        percentile -> {
          // nearest rank: the value at ceil(P / 100 × n), counted from 1
          int rank =
              BigDecimal.valueOf(percentile.percent())
                  .multiply(BigDecimal.valueOf(values.size()))
                  .divide(BigDecimal.valueOf(100))
                  .setScale(0, RoundingMode.CEILING)
                  .intValueExact();
          return values.get(rank - 1);
        },
        rank -> {
          List<Double> peaks = new ArrayList<>(days.values());
          peaks.sort(Comparator.reverseOrder());
          return peaks.get(Math.min(rank, peaks.size()) - 1);
        });
  }

  private double coverage(List<Samples.Sample> samples, List<Slot> slots) {
    boolean seenBefore =
        samples.stream().anyMatch(sample -> sample.start() < question.windowStart());
    long from = seenBefore ? question.windowStart() : slots.get(0).start();
    if (question.instance().launched().isPresent()) {
      from = Math.max(from, question.instance().launched().get().getEpochSecond());
    }
    long until = question.windowEnd();
    long expected = until - from - question.stoppedBetween(from, until);
    long observed = slots.stream().mapToLong(Slot::seconds).sum();
    return expected <= 0 ? 1 : Math.min(1, (double) observed / expected);
  }

  private boolean isDatabase(Optional<MemoryMeasure> measure) {
    boolean complete = measure.isPresent() && measure.get() != MemoryMeasure.AGENT_USED;
    return question.instance().host().services().stream()
        .map(service -> service.toLowerCase(Locale.ROOT))
        .anyMatch(
            service ->
                ON_PAGE_CACHE.contains(service) || (!complete && DATABASES.contains(service)));
  }

  private static Reading kept(Reading found) {
    return new Reading(
        found.value(),
        found.peak(),
        found.at(),
        found.mean(),
        found.momentary(),
        found.cut(),
        /* mayReduce= */ false,
        found.lowerBound(),
        found.coverage(),
        found.historySeconds(),
        found.slots());
  }

  private List<Samples.Sample> cpuSamples(Metric metric) {
    return Samples.ofReservedCores(question, Samples.raw(question, metric));
  }

  private long sampling() {
    long usual = question.instance().provider() == Provider.GCE ? 60 : 300;
    return question.instance().samplingPeriod().map(period -> period.toSeconds()).orElse(usual);
  }

  private static long longest(List<Samples.Sample> samples) {
    return samples.stream().mapToLong(Samples.Sample::seconds).max().orElse(0);
  }

  /** What a shared core bursts to was given; all else is clipped to what there was. */
  private static double vcpuCeiling(Slot slot) {
    boolean shared = slot.type().burst().filter(Burst.SharedCore.class::isInstance).isPresent();
    return shared ? Double.MAX_VALUE : slot.type().vcpus().value();
  }

  private static double clipped(Slot slot, ToDoubleFunction<Slot> ceiling) {
    return (float) Math.min(slot.used(), ceiling.applyAsDouble(slot));
  }

  private static Optional<Double> largest(List<Slot> slots, ToDoubleFunction<Slot> ceiling) {
    return slots.stream()
        .filter(slot -> !slot.settling())
        .map(slot -> clipped(slot, ceiling))
        .max(Comparator.naturalOrder());
  }

  private static double mean(List<Slot> slots) {
    double work = slots.stream().mapToDouble(slot -> slot.used() * slot.seconds()).sum();
    return work / slots.stream().mapToLong(Slot::seconds).sum();
  }
}
