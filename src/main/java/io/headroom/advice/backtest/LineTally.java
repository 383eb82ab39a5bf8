package io.headroom.advice.backtest;

import io.headroom.model.verdict.Finding;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What one line adds up to: a few numbers for each machine. */
final class LineTally {

  private final String name;
  private final Map<Measure, MachineRatio> ratios = new EnumMap<>(Measure.class);
  private final Map<Finding, Integer> findings = new EnumMap<>(Finding.class);
  private BigDecimal price = BigDecimal.ZERO;

  LineTally(String name) {
    this.name = name;
    for (Measure measure : Measure.values()) {
      ratios.put(measure, new MachineRatio());
    }
  }

  /**
   * Adds the cuts of one machine.
   *
   * @param taken what this line took at a cut; nothing if it took nothing
   */
  void add(List<CutTrial> cuts, Function<CutTrial, Optional<Taken>> taken) {
    Sums sums = new Sums();
    for (CutTrial cut : cuts) {
      taken.apply(cut).ifPresent(one -> sums.add(cut, one));
    }
    price = price.add(sums.price);
    sums.into(ratios);
  }

  String name() {
    return name;
  }

  /** Returns the sum of the monthly prices over machines and cuts. */
  BigDecimal price() {
    return price;
  }

  MachineRatio ratio(Measure measure) {
    return Optional.ofNullable(ratios.get(measure)).orElseThrow();
  }

  /** Returns the ratios of all measures. */
  Collection<MachineRatio> ratios() {
    return ratios.values();
  }

  /** Returns how often each finding was made, those never made left out. */
  SortedMap<Finding, Integer> findings() {
    return new TreeMap<>(findings);
  }

  /** Sums over the cuts of one machine. */
  private final class Sums {
    private BigDecimal price = BigDecimal.ZERO;
    private BigDecimal presentPrice = BigDecimal.ZERO;
    private BigDecimal comparedPrice = BigDecimal.ZERO;
    private BigDecimal clairvoyantPrice = BigDecimal.ZERO;
    private long cuts;
    private long cpuShort;
    private long slots;
    private long slotsShort;
    private long withMemory;
    private long memoryShort;
    private long changed;
    private long followed;
    private long churned;
    private Optional<String> before = Optional.empty();

    void add(CutTrial cut, Taken taken) {
      cuts++;
      price = price.add(taken.price().amount());
      presentPrice = presentPrice.add(cut.present().price().amount());
      cut.clairvoyant().ifPresent(best -> compare(taken, best));
      Fared fared = taken.fared();
      cpuShort += fared.isCpuShort() ? 1 : 0;
      slots += fared.cpuSlots();
      slotsShort += fared.cpuSlotsOver();
      withMemory += fared.memory().isPresent() ? 1 : 0;
      memoryShort += fared.isMemoryShort() ? 1 : 0;
      changed += taken.instanceType().equals(cut.present().instanceType()) ? 0 : 1;
      follow(taken.instanceType());
      taken.finding().ifPresent(finding -> findings.merge(finding, 1, Integer::sum));
    }

    private void compare(Taken taken, Taken best) {
      comparedPrice = comparedPrice.add(taken.price().amount());
      clairvoyantPrice = clairvoyantPrice.add(best.price().amount());
    }

    private void follow(String instanceType) {
      if (before.isPresent()) {
        followed++;
        churned += before.get().equals(instanceType) ? 0 : 1;
      }
      before = Optional.of(instanceType);
    }

    void into(Map<Measure, MachineRatio> target) {
      put(target, Measure.COST, price.doubleValue(), presentPrice.doubleValue());
      put(
          target,
          Measure.COST_OF_CLAIRVOYANT,
          comparedPrice.doubleValue(),
          clairvoyantPrice.doubleValue());
      count(target, Measure.CPU_SHORT_MACHINES, cpuShort, cuts);
      count(target, Measure.CPU_SHORT_SAMPLES, slotsShort, slots);
      count(target, Measure.MEMORY_SHORT_MACHINES, memoryShort, withMemory);
      count(target, Measure.CHANGED, changed, cuts);
      count(target, Measure.CHURN, churned, followed);
    }

    private static void count(
        Map<Measure, MachineRatio> target, Measure measure, long part, long whole) {
      put(target, measure, (double) part, (double) whole);
    }

    private static void put(
        Map<Measure, MachineRatio> target, Measure measure, double numerator, double denominator) {
      target.getOrDefault(measure, new MachineRatio()).add(numerator, denominator);
    }
  }
}
