package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.Observation;
import io.headroom.model.policy.HistoryRule;
import io.headroom.model.unit.Share;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import io.headroom.testing.SmallCatalog;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * When one change may be larger than one size down. The last month end is 20 days before the end.
 */
class FreeReductionTest {

  @Test
  void needsTheHistoryAndAMonthEnd() {
    assertThat(mayReduceFreely(42, 42, Duration.ofDays(35))).isTrue();
    assertThat(mayReduceFreely(30, 30, Duration.ofDays(35))).isFalse();
    assertThat(mayReduceFreely(42, 30, Duration.ofDays(35))).isFalse();
    // long enough, but all of it after the month end
    assertThat(mayReduceFreely(15, 15, Duration.ofDays(14))).isFalse();
  }

  @Test
  void zeroAsksForNeither() {
    assertThat(mayReduceFreely(15, 15, Duration.ZERO)).isTrue();
    assertThat(mayReduceFreely(2, 1, Duration.ZERO)).isTrue();
  }

  private static boolean mayReduceFreely(double cpuDays, double memoryDays, Duration least) {
    HistoryRule rule =
        new HistoryRule(
            Duration.ofDays(42),
            Duration.ofHours(30),
            Duration.ofDays(14),
            least,
            Share.ofPercent(80));
    Observation machine =
        Machines.observed(
            Machines.ec2("m5.xlarge"),
            Samples.cpuVcpus(cpuDays).flat(1),
            Samples.memoryMib(memoryDays).flat(4000));
    return DemandAnalysis.of(
            machine,
            Policies.peakPlusHalf().history(rule).build(),
            SmallCatalog.usEast1(),
            Machines.AS_OF)
        .mayReduceFreely(rule);
  }
}
