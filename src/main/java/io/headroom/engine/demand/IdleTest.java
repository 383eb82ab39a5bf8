package io.headroom.engine.demand;

import io.headroom.model.series.Metric;
import java.time.Duration;

/**
 * Whether nearly nothing runs on a machine. Source of the thresholds: Google, "Viewing and applying
 * idle VM recommendations": CPU below 0.03 vCPU in 97 % of the time, and less than 2,000 B/s
 * received and 1,000 B/s sent in 95 % of it. Without network samples no machine is called idle.
 */
final class IdleTest {

  private static final Duration LEAST_HISTORY = Duration.ofDays(14);
  private static final double VCPUS = 0.03;
  private static final double CPU_SHARE = 0.97;
  private static final double BYTES_IN = 2000;
  private static final double BYTES_OUT = 1000;
  private static final double NETWORK_SHARE = 0.95;

  private IdleTest() {}

  static boolean isIdle(Usage means, TrafficReader traffic) {
    if (!Reduction.isLongEnough(means.history(), LEAST_HISTORY)) {
      return false;
    }
    long[] quiet = new long[1];
    means.replay((start, seconds, used) -> quiet[0] += used < VCPUS ? 1 : 0);
    return quiet[0] >= CPU_SHARE * means.observedSlots()
        && isQuiet(traffic, Metric.NETWORK_IN, BYTES_IN)
        && isQuiet(traffic, Metric.NETWORK_OUT, BYTES_OUT);
  }

  private static boolean isQuiet(TrafficReader traffic, Metric metric, double bytesPerSecond) {
    long[] slots = new long[2];
    traffic.each(
        metric,
        value -> {
          slots[0]++;
          slots[1] += value < bytesPerSecond ? 1 : 0;
        });
    return slots[0] > 0 && slots[1] >= NETWORK_SHARE * slots[0];
  }
}
