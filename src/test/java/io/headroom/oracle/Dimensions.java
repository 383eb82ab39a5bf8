package io.headroom.oracle;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Limits;
import io.headroom.model.series.Metric;
import io.headroom.model.unit.DataRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** In which dimension a type is too small. */
final class Dimensions {

  private final Requirement need;
  private final String presentName;
  private final Map<Metric, List<Double>> rates = new EnumMap<>(Metric.class);

  Dimensions(Requirement need) {
    this.need = need;
    this.presentName = need.question().present().name();
    for (Metric metric : List.of(Metric.NETWORK_IN, Metric.NETWORK_OUT)) {
      rates.put(metric, values(metric));
    }
  }

  /** Returns the first dimension that does not do; nothing if all do. */
  Optional<String> tooSmall(InstanceType type) {
    if (Market.counted(type) < need.vcpus) {
      return Optional.of("CPU");
    }
    if (Market.sustained(type) < need.sustained) {
      return Optional.of("sustained CPU");
    }
    Optional<String> memory = tooLittleMemory(type);
    return memory.isPresent() ? memory : traffic(type);
  }

  /** Memory, or the workers that are needed. */
  Optional<String> tooLittleMemory(InstanceType type) {
    double has = type.memory().value();
    boolean headroomDoesNotMatter =
        need.memoryCeiling.isPresent() && has >= need.memoryCeiling.get();
    boolean derived = need.crew.isNeededDerived();
    boolean isPresent = type.name().equals(presentName);
    if (need.crew.exists() && !(derived && isPresent)) {
      if (need.crew.holds(type) < need.crew.needed() && !(headroomDoesNotMatter && derived)) {
        return Optional.of("workers");
      }
      return has < need.memoryFloor ? Optional.of("memory") : Optional.empty();
    }
    double wanted = headroomDoesNotMatter ? 0 : need.crew.requiredOn(has);
    return has < Math.max(wanted, need.memoryFloor) ? Optional.of("memory") : Optional.empty();
  }

  private Optional<String> traffic(InstanceType type) {
    Limits limits = type.limits();
    for (Metric metric : List.of(Metric.NETWORK_IN, Metric.NETWORK_OUT)) {
      if (isBeyond(metric, 99.5, limits.network())) {
        return Optional.of("network");
      }
    }
    for (Metric metric : List.of(Metric.NETWORK_IN, Metric.NETWORK_OUT)) {
      if (isBeyond(metric, 100, limits.networkBurst())) {
        return Optional.of("network burst");
      }
    }
    return Optional.empty();
  }

  List<Double> rates(Metric metric) {
    return rates.getOrDefault(metric, List.of());
  }

  private boolean isBeyond(Metric metric, double percent, Optional<DataRate> limit) {
    List<Double> values = rates(metric);
    if (limit.isEmpty() || values.isEmpty()) {
      return false;
    }
    int rank =
        BigDecimal.valueOf(percent)
            .multiply(BigDecimal.valueOf(values.size()))
            .divide(BigDecimal.valueOf(100))
            .setScale(0, RoundingMode.CEILING)
            .intValueExact();
    return limit.get().bytesPerSecond() < values.get(rank - 1);
  }

  /** Returns what was observed of a rate in the look-back window, ascending. */
  private List<Double> values(Metric metric) {
    Question question = need.question();
    return Samples.raw(question, metric).stream()
        .filter(one -> one.start() >= question.windowStart() && one.start() < question.windowEnd())
        .map(Samples.Sample::value)
        .sorted()
        .toList();
  }
}
