package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.testing.Machines;
import io.headroom.testing.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** 20 days have 5,760 slots: 3 % of them are 172.8, 5 % are 288. */
class IdleTestTest {

  private static final int DAYS = 20;
  private static final Duration SOME_DAYS = Duration.ofDays(9);

  private static Samples cpu(double days) {
    return Samples.cpuVcpus(days).flat(0.02);
  }

  private static Samples network(Metric metric, double bytesPerSecond) {
    return Samples.of(metric, SampleUnit.BYTES_PER_SECOND, DAYS).flat(bytesPerSecond);
  }

  private static boolean idle(Samples... samples) {
    return Readings.read(Machines.ec2("m5.large"), samples).idle();
  }

  private static Samples in() {
    return network(Metric.NETWORK_IN, 1999);
  }

  private static Samples out() {
    return network(Metric.NETWORK_OUT, 999);
  }

  @Test
  void nearlyNoCpuAndNearlyNoTrafficIsIdle() {
    assertThat(idle(cpu(DAYS), in(), out())).isTrue();
  }

  @Test
  void threePercentOfTheSlotsMayBeBusy() {
    assertThat(idle(cpu(DAYS).from(SOME_DAYS, 172, 1), in(), out())).isTrue();
    assertThat(idle(cpu(DAYS).from(SOME_DAYS, 173, 1), in(), out())).isFalse();
  }

  @Test
  void threeHundredthsOfAVcpuAreNotBelowThemselves() {
    assertThat(idle(cpu(DAYS).flat(0.0301), in(), out())).isFalse();
    assertThat(idle(cpu(DAYS).flat(0.0299), in(), out())).isTrue();
  }

  @Test
  void fivePercentOfTheNetworkSlotsMayBeBusy() {
    assertThat(idle(cpu(DAYS), in().from(SOME_DAYS, 288, 2000), out())).isTrue();
    assertThat(idle(cpu(DAYS), in().from(SOME_DAYS, 289, 2000), out())).isFalse();
    assertThat(idle(cpu(DAYS), in(), out().from(SOME_DAYS, 288, 1000))).isTrue();
    assertThat(idle(cpu(DAYS), in(), out().from(SOME_DAYS, 289, 1000))).isFalse();
  }

  @Test
  void withoutBothDirectionsNoMachineIsIdle() {
    assertThat(idle(cpu(DAYS))).isFalse();
    assertThat(idle(cpu(DAYS), in())).isFalse();
    assertThat(idle(cpu(DAYS), out())).isFalse();
  }

  @Test
  void twoWeeksAreNeededWithTwoPercentTolerance() {
    // 98 % of 14 days are 13.72 days
    assertThat(idle(cpu(13.73), in(), out())).isTrue();
    assertThat(idle(cpu(13.71), in(), out())).isFalse();
  }
}
