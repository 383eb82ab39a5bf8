package io.headroom.cloud.prometheus;

import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a metric of ours is asked for in PromQL. Every expression looks back over one slot, {@code
 * $W}, so that its value at the end of the slot is about the slot; {@code $S} stands for the
 * conditions on series. Sources: node_exporter, collectors {@code meminfo} and {@code pressure};
 * windows_exporter, collectors {@code memory} and {@code pagefile}.
 */
enum ExporterSeries {
  /** What a machine must hold: total less available, shared memory included. */
  MEMORY_MEAN(
      Metric.MEMORY_USED,
      SampleUnit.BYTES,
      List.of(
          "avg_over_time(node_memory_MemTotal_bytes$S[$W])"
              + " - avg_over_time(node_memory_MemAvailable_bytes$S[$W])",
          "avg_over_time(windows_memory_physical_total_bytes$S[$W])"
              + " - avg_over_time(windows_memory_available_bytes$S[$W])"),
      List.of("node_memory_MemAvailable_bytes", "windows_memory_available_bytes")),
  MEMORY_MAX(
      Metric.MEMORY_USED_MAX,
      SampleUnit.BYTES,
      List.of(
          "max_over_time(node_memory_MemTotal_bytes$S[$W])"
              + " - min_over_time(node_memory_MemAvailable_bytes$S[$W])",
          "max_over_time(windows_memory_physical_total_bytes$S[$W])"
              + " - min_over_time(windows_memory_available_bytes$S[$W])"),
      List.of("node_memory_MemAvailable_bytes", "windows_memory_available_bytes")),
  /** A machine without swap uses none of it: 0 less 0. */
  SWAP_MEAN(
      Metric.SWAP_USED,
      SampleUnit.BYTES,
      List.of(
          "avg_over_time(node_memory_SwapTotal_bytes$S[$W])"
              + " - avg_over_time(node_memory_SwapFree_bytes$S[$W])",
          "avg_over_time(windows_pagefile_limit_bytes$S[$W])"
              + " - avg_over_time(windows_pagefile_free_bytes$S[$W])"),
      List.of("node_memory_SwapFree_bytes", "windows_pagefile_free_bytes")),
  SWAP_MAX(
      Metric.SWAP_USED_MAX,
      SampleUnit.BYTES,
      List.of(
          "max_over_time(node_memory_SwapTotal_bytes$S[$W])"
              + " - min_over_time(node_memory_SwapFree_bytes$S[$W])",
          "max_over_time(windows_pagefile_limit_bytes$S[$W])"
              + " - min_over_time(windows_pagefile_free_bytes$S[$W])"),
      List.of("node_memory_SwapFree_bytes", "windows_pagefile_free_bytes")),
  /** Seconds in which some task waited, in each second. */
  PSI_CPU(
      Metric.PSI_CPU,
      SampleUnit.FRACTION,
      List.of("rate(node_pressure_cpu_waiting_seconds_total$S[$W])"),
      List.of("node_pressure_cpu_waiting_seconds_total")),
  PSI_MEMORY(
      Metric.PSI_MEMORY,
      SampleUnit.FRACTION,
      List.of("rate(node_pressure_memory_waiting_seconds_total$S[$W])"),
      List.of("node_pressure_memory_waiting_seconds_total"));

  /** What its memory counts, on both kinds of exporter. */
  static final MemoryMeasure MEASURE = MemoryMeasure.TOTAL_MINUS_AVAILABLE;

  private final Metric metric;
  private final SampleUnit unit;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> expressions;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> signs;

  ExporterSeries(Metric metric, SampleUnit unit, List<String> expressions, List<String> signs) {
    this.metric = metric;
    this.unit = unit;
    this.expressions = expressions;
    this.signs = signs;
  }

  static Optional<ExporterSeries> of(Metric metric) {
    return Arrays.stream(values()).filter(series -> series.metric == metric).findFirst();
  }

  Metric metric() {
    return metric;
  }

  SampleUnit unit() {
    return unit;
  }

  /** Returns names of series; a machine that has one of them can be asked for the metric. */
  List<String> signs() {
    return signs;
  }

  /**
   * Returns the expression. Where two jobs watch a machine, or it has several page files, the
   * larger one counts: a low reading of one of them is no reason to shrink.
   *
   * @param selector conditions in braces
   */
  String query(String label, String selector, long stepSeconds) {
    String both = "(" + String.join(") or (", expressions) + ")";
    return "max by ("
        + label
        + ") ("
        + both.replace("$S", selector).replace("$W", stepSeconds + "s")
        + ")";
  }
}
