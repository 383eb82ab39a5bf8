package io.headroom.cloud.gce.monitoring;

import com.google.monitoring.v3.Aggregation.Aligner;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a metric of ours is called in Cloud Monitoring and how one slot of it is made of samples of
 * 60 seconds. Source: Google Cloud metrics and Ops Agent metrics, the lists. Not run against
 * Google.
 *
 * <table>
 * <caption>Units</caption>
 * <tr><th>Google</th><th>here</th></tr>
 * <tr><td>{@code cpu/utilization}, gauge, 1.0 is all reserved cores</td><td>fraction</td></tr>
 * <tr><td>{@code memory/bytes_used}, gauge, by state</td><td>bytes of the state {@code used}</td></tr>
 * <tr><td>{@code received_bytes_count}, bytes of each minute</td><td>bytes a second: ÷ 60</td></tr>
 * </table>
 */
enum GoogleSeries {
  CPU_MEAN(Metric.CPU_UTILIZATION_AVG, SampleUnit.FRACTION, Aligner.ALIGN_MEAN, "cpu/utilization"),
  CPU_MAX(Metric.CPU_UTILIZATION_MAX, SampleUnit.FRACTION, Aligner.ALIGN_MAX, "cpu/utilization"),
  /** The larger one where a resize changed it: too many cores never hide a demand. */
  RESERVED(Metric.CPU_RESERVED, SampleUnit.VCPUS, Aligner.ALIGN_MAX, "cpu/reserved_cores"),
  MEMORY_MEAN(Metric.MEMORY_USED, SampleUnit.BYTES, Aligner.ALIGN_MEAN, Agent.MEMORY),
  MEMORY_MAX(Metric.MEMORY_USED_MAX, SampleUnit.BYTES, Aligner.ALIGN_MAX, Agent.MEMORY),
  BALLOON(Metric.MEMORY_BALLOON, SampleUnit.BYTES, Aligner.ALIGN_MEAN, "memory/balloon/ram_used"),
  /** One series for each swap device. */
  SWAP_MEAN(Metric.SWAP_USED, SampleUnit.BYTES, Aligner.ALIGN_MEAN, Agent.SWAP),
  SWAP_MAX(Metric.SWAP_USED_MAX, SampleUnit.BYTES, Aligner.ALIGN_MAX, Agent.SWAP),
  /** Two series: with and without load balancer. */
  NETWORK_IN(
      Metric.NETWORK_IN,
      SampleUnit.BYTES_PER_SECOND,
      Aligner.ALIGN_MEAN,
      "network/received_bytes_count"),
  NETWORK_OUT(
      Metric.NETWORK_OUT,
      SampleUnit.BYTES_PER_SECOND,
      Aligner.ALIGN_MEAN,
      "network/sent_bytes_count"),
  /** One series for each disk and direction. */
  DISK_BYTES(
      Metric.DISK_THROUGHPUT,
      SampleUnit.BYTES_PER_SECOND,
      Aligner.ALIGN_MEAN,
      "disk/read_bytes_count",
      "disk/write_bytes_count"),
  DISK_OPERATIONS(
      Metric.DISK_IOPS,
      SampleUnit.PER_SECOND,
      Aligner.ALIGN_MEAN,
      "disk/read_ops_count",
      "disk/write_ops_count");

  /** Metrics of the Ops Agent; a constant of its own so that the constants above can use it. */
  private static final class Agent {
    private static final String PREFIX = "agent.googleapis.com/";
    private static final String MEMORY = PREFIX + "memory/bytes_used";
    private static final String SWAP = PREFIX + "swap/bytes_used";
  }

  private static final String PLATFORM = "compute.googleapis.com/instance/";
  private static final double SECONDS_IN_SAMPLE = 60;

  private final Metric metric;
  private final SampleUnit unit;
  private final Aligner aligner;

  @SuppressWarnings("ImmutableEnumChecker") // made by toList
  private final List<String> types;

  GoogleSeries(Metric metric, SampleUnit unit, Aligner aligner, String... names) {
    this.metric = metric;
    this.unit = unit;
    this.aligner = aligner;
    this.types =
        Arrays.stream(names)
            .map(name -> name.startsWith(Agent.PREFIX) ? name : PLATFORM + name)
            .toList();
  }

  /** Returns how a metric is asked for; nothing if Google does not have it. */
  static Optional<GoogleSeries> of(Metric metric) {
    return Arrays.stream(values()).filter(series -> series.metric == metric).findFirst();
  }

  Metric metric() {
    return metric;
  }

  SampleUnit unit() {
    return unit;
  }

  Aligner aligner() {
    return aligner;
  }

  /** Returns the metric types whose sum it is. */
  List<String> types() {
    return types;
  }

  /** Returns the conditions on the series of one of its types. */
  String filter(String type) {
    String all = "metric.type = \"" + type + "\" AND resource.type = \"gce_instance\"";
    return isOfAgent() ? all + " AND metric.labels.state = \"used\"" : all;
  }

  /** Whether only machines with the Ops Agent have it. */
  boolean isOfAgent() {
    return types.get(0).startsWith(Agent.PREFIX);
  }

  /** Whether a machine may have several series of it, whose sum counts. */
  boolean isSum() {
    return switch (this) {
      case CPU_MEAN, CPU_MAX, RESERVED, MEMORY_MEAN, MEMORY_MAX, BALLOON -> false;
      case SWAP_MEAN, SWAP_MAX, NETWORK_IN, NETWORK_OUT, DISK_BYTES, DISK_OPERATIONS -> true;
    };
  }

  /** Returns a value of Google's in the unit. */
  double converted(double value) {
    return unit == SampleUnit.BYTES_PER_SECOND || unit == SampleUnit.PER_SECOND
        ? value / SECONDS_IN_SAMPLE
        : value;
  }
}
