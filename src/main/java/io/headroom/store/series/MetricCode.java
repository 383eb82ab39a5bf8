package io.headroom.store.series;

import io.headroom.ledger.problem.LedgerException;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import java.util.Arrays;

/** Numbers that stand for metrics and units in the store. One that was given out never changes. */
final class MetricCode {

  private MetricCode() {}

  static int of(Metric metric) {
    return switch (metric) {
      case CPU_UTILIZATION_AVG -> 1;
      case CPU_UTILIZATION_MAX -> 2;
      case CPU_RESERVED -> 3;
      case CPU_CREDIT_BALANCE -> 4;
      case CPU_CREDIT_SURPLUS -> 5;
      case MEMORY_USED -> 6;
      case MEMORY_USED_MAX -> 7;
      case MEMORY_BALLOON -> 8;
      case SWAP_USED -> 9;
      case SWAP_USED_MAX -> 10;
      case NETWORK_IN -> 11;
      case NETWORK_IN_MAX -> 12;
      case NETWORK_OUT -> 13;
      case NETWORK_OUT_MAX -> 14;
      case DISK_THROUGHPUT -> 15;
      case DISK_THROUGHPUT_MAX -> 16;
      case DISK_IOPS -> 17;
      case DISK_IOPS_MAX -> 18;
      case DISK_BURST_BALANCE -> 19;
      case PSI_CPU -> 20;
      case PSI_MEMORY -> 21;
    };
  }

  static Metric metric(int code) {
    return Arrays.stream(Metric.values())
        .filter(metric -> of(metric) == code)
        .findFirst()
        .orElseThrow(() -> unknown("metric", code));
  }

  static int of(SampleUnit unit) {
    return switch (unit) {
      case PERCENT -> 1;
      case FRACTION -> 2;
      case VCPUS -> 3;
      case MIB -> 4;
      case BYTES -> 5;
      case BYTES_PER_SECOND -> 6;
      case PER_SECOND -> 7;
      case CREDITS -> 8;
    };
  }

  static SampleUnit unit(int code) {
    return Arrays.stream(SampleUnit.values())
        .filter(unit -> of(unit) == code)
        .findFirst()
        .orElseThrow(() -> unknown("unit", code));
  }

  private static LedgerException unknown(String kind, int code) {
    return new LedgerException(
        "Cannot read the store: " + kind + " " + code + " is none that this program knows");
  }
}
