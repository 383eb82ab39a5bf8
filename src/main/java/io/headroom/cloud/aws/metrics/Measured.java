package io.headroom.cloud.aws.metrics;

import io.headroom.collector.MeasuredMachine;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.series.Metric;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A machine with the way each of its metrics is made. */
record Measured(Instance machine, Map<Metric, Recipe> recipes) {

  static List<Measured> all(List<Instance> machines, AgentSeries agent) {
    return machines.stream().map(machine -> of(machine, agent)).toList();
  }

  private static Measured of(Instance machine, AgentSeries agent) {
    Map<Metric, Recipe> recipes = new EnumMap<>(Metric.class);
    recipes.putAll(Ec2Metrics.of(machine));
    Optional<MemoryMeasure> measure = Optional.empty();
    for (Map.Entry<AgentMetric, List<NativeSeries>> found : agent.of(machine.id()).entrySet()) {
      AgentMetric metric = found.getKey();
      if (measure.isEmpty() || metric.measure().isEmpty()) {
        recipes.putAll(metric.recipes(found.getValue()));
        measure = measure.or(metric::measure);
      }
    }
    return new Measured(
        measure.map(value -> machine.toBuilder().memoryMeasure(value).build()).orElse(machine),
        recipes);
  }

  MeasuredMachine offered() {
    return new MeasuredMachine(machine, recipes.keySet());
  }
}
