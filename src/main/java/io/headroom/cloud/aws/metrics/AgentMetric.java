package io.headroom.cloud.aws.metrics;

import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A metric of the CloudWatch agent that says something of memory, the best first. Source:
 * CloudWatch user guide, metrics collected by the CloudWatch agent; on Windows the name comes with
 * or without the name of the object before it.
 */
enum AgentMetric {
  AVAILABLE("mem_available_percent", MemoryMeasure.TOTAL_MINUS_AVAILABLE, SampleUnit.PERCENT),
  USED("mem_used_percent", MemoryMeasure.AGENT_USED, SampleUnit.PERCENT),
  USED_BYTES("mem_used", MemoryMeasure.AGENT_USED, SampleUnit.BYTES),
  OBJECT_COMMITTED("Memory Committed Bytes", MemoryMeasure.COMMITTED_BYTES, SampleUnit.BYTES),
  COMMITTED("Committed Bytes", MemoryMeasure.COMMITTED_BYTES, SampleUnit.BYTES),
  OBJECT_COMMIT_SHARE(
      "Memory % Committed Bytes In Use", MemoryMeasure.COMMIT_PERCENT, SampleUnit.PERCENT),
  COMMIT_SHARE("% Committed Bytes In Use", MemoryMeasure.COMMIT_PERCENT, SampleUnit.PERCENT),
  SWAP("swap_used", SampleUnit.BYTES);

  private final String metricName;
  private final Optional<MemoryMeasure> measure;
  private final SampleUnit unit;

  AgentMetric(String metricName, MemoryMeasure measure, SampleUnit unit) {
    this.metricName = metricName;
    this.measure = Optional.of(measure);
    this.unit = unit;
  }

  AgentMetric(String metricName, SampleUnit unit) {
    this.metricName = metricName;
    this.measure = Optional.empty();
    this.unit = unit;
  }

  String metricName() {
    return metricName;
  }

  /** What it counts; nothing if it is not about memory. */
  Optional<MemoryMeasure> measure() {
    return measure;
  }

  /** Returns how the metrics of a machine are made of the series it has. */
  Map<Metric, Recipe> recipes(List<NativeSeries> series) {
    return this == SWAP
        ? Map.of(
            Metric.SWAP_USED, recipe(series, "Average"),
            Metric.SWAP_USED_MAX, recipe(series, "Maximum"))
        : Map.of(
            Metric.MEMORY_USED,
            recipe(series, "Average"),
            Metric.MEMORY_USED_MAX,
            recipe(series, this == AVAILABLE ? "Minimum" : "Maximum"));
  }

  private Recipe recipe(List<NativeSeries> series, String statistic) {
    return new Recipe(
        series.stream().map(one -> one.as(statistic)).toList(),
        this == AVAILABLE ? Combination.LARGEST_USED : Combination.LARGEST,
        unit);
  }
}
