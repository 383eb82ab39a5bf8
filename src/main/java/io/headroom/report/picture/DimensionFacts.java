package io.headroom.report.picture;

import io.headroom.engine.demand.MachineHistory;
import io.headroom.engine.demand.Usage;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.demand.Demand;
import io.headroom.model.demand.Required;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.Verdict;
import io.headroom.report.chart.Buckets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What is drawn of CPU (in vCPUs) or memory (in GiB): the use, and the amounts it is compared with.
 *
 * @param name {@code CPU} or {@code memory}
 * @param unit what follows an amount
 * @param means the use, gathered for the width of a picture
 * @param maxima the largest values inside the slots, if collected
 * @param distribution the use, slot by slot
 * @param capacity the capacity in force over time, where it is known
 * @param present what the present type has, if it is known
 * @param recommended what the recommended type has, if there is one
 * @param demand what is sized for, before headroom
 * @param required what the machine must have
 * @param sustained what types that burst can use for ever; none for memory
 */
record DimensionFacts(
    String name,
    String unit,
    Buckets means,
    Optional<Buckets> maxima,
    Distribution distribution,
    List<Level> capacity,
    Optional<Double> present,
    Optional<Double> recommended,
    Optional<Double> demand,
    Optional<Double> required,
    List<Sustained> sustained) {

  /**
   * What a type that bursts can use for ever.
   *
   * @param style name of the style of the type
   */
  record Sustained(String name, String style, double amount) {}

  /**
   * A capacity over a time.
   *
   * @param amount vCPUs or GiB
   */
  record Level(TimeRange range, double amount) {}

  /** Returns the facts of CPU in so many columns, or nothing if it was not collected. */
  static Optional<DimensionFacts> cpu(Verdict verdict, MachineHistory history, int columns) {
    return history
        .cpu()
        .or(history::cpuMaxima)
        .map(
            usage ->
                new DimensionFacts(
                    "CPU",
                    " vCPU",
                    buckets(usage, new Buckets(history.window(), columns), 1),
                    history
                        .cpuMaxima()
                        .map(maxima -> buckets(maxima, new Buckets(history.window(), columns), 1)),
                    Distribution.of(usage, 1),
                    levels(history, type -> type.vcpus().value()),
                    present(verdict, type -> type.vcpus().value()),
                    recommended(verdict, type -> type.vcpus().value()),
                    verdict
                        .demand()
                        .flatMap(demands -> demands.cpu().observed())
                        .map(Demand.Observed::value)
                        .map(VCpus::value),
                    verdict.required().map(Required::vcpus).map(VCpus::value),
                    sustained(verdict)));
  }

  /** Returns the facts of memory in so many columns, or nothing if it was not collected. */
  static Optional<DimensionFacts> memory(Verdict verdict, MachineHistory history, int columns) {
    double factor = Figures.gibibytes(new Mebibytes(1));
    return history
        .memory()
        .or(history::memoryMaxima)
        .map(
            usage ->
                new DimensionFacts(
                    "memory",
                    " GiB",
                    buckets(usage, new Buckets(history.window(), columns), factor),
                    history
                        .memoryMaxima()
                        .map(
                            maxima ->
                                buckets(maxima, new Buckets(history.window(), columns), factor)),
                    Distribution.of(usage, factor),
                    levels(history, type -> Figures.gibibytes(type.memory())),
                    present(verdict, type -> Figures.gibibytes(type.memory())),
                    recommended(verdict, type -> Figures.gibibytes(type.memory())),
                    verdict
                        .demand()
                        .flatMap(demands -> demands.memory().observed())
                        .map(Demand.Observed::value)
                        .map(Figures::gibibytes),
                    verdict.required().map(Required::memory).map(Figures::gibibytes),
                    List.of()));
  }

  private static Buckets buckets(Usage usage, Buckets buckets, double factor) {
    usage.replay((start, seconds, used) -> buckets.add(start, seconds, used * factor));
    return buckets;
  }

  private static List<Level> levels(MachineHistory history, ToDoubleFunction<InstanceType> amount) {
    return history.capacity().stream()
        .flatMap(
            period ->
                period.type().stream()
                    .map(type -> new Level(period.range(), amount.applyAsDouble(type))))
        .toList();
  }

  private static Optional<Double> present(Verdict verdict, ToDoubleFunction<InstanceType> amount) {
    return verdict.current().offering().map(Offering::type).map(amount::applyAsDouble);
  }

  private static Optional<Double> recommended(
      Verdict verdict, ToDoubleFunction<InstanceType> amount) {
    return verdict.recommended().map(option -> option.offering().type()).map(amount::applyAsDouble);
  }

  private static List<Sustained> sustained(Verdict verdict) {
    List<Sustained> found = new ArrayList<>();
    verdict
        .current()
        .offering()
        .map(Offering::type)
        .filter(InstanceType::isBurstable)
        .ifPresent(type -> found.add(new Sustained("now", "now", type.sustained().value())));
    verdict
        .recommended()
        .map(option -> option.offering().type())
        .filter(InstanceType::isBurstable)
        .ifPresent(
            type -> found.add(new Sustained("recommended", "new", type.sustained().value())));
    return found;
  }

  /** Returns the largest amount there is to show. */
  double top() {
    double top = Math.max(means.most(), maxima.map(Buckets::most).orElse(0.0));
    for (Level level : capacity) {
      top = Math.max(top, level.amount());
    }
    for (Optional<Double> line : List.of(present, recommended, demand, required)) {
      top = Math.max(top, line.orElse(0.0));
    }
    return top == 0 ? 1 : top;
  }

  /** Returns an amount with its unit. */
  String shown(double amount) {
    return Figures.shown(amount) + unit;
  }
}
