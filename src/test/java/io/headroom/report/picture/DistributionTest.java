package io.headroom.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.engine.demand.MachineHistory;
import io.headroom.model.machine.Observation;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import io.headroom.testing.SmallCatalog;
import org.junit.jupiter.api.Test;

class DistributionTest {

  /** 2,880 slots: 1, 2, … 2,880 thousandths of a vCPU. */
  private static final Distribution RISING =
      of(
          Machines.observed(
              Machines.ec2("m5.xlarge"), Samples.cpuVcpus(10).each(slot -> (slot + 1) / 1000.0)));

  @Test
  void tellsByNearestRankWhatIsExceeded() {
    // 99 % of 2,880 is 2,851.2, so the 2,852nd slot
    assertThat(RISING.exceededFor(0.01)).isCloseTo(2.852, within(1e-6));
    assertThat(RISING.exceededFor(0.5)).isCloseTo(1.440, within(1e-6));
    assertThat(RISING.exceededFor(0)).isEqualTo(RISING.peak());
    assertThat(RISING.exceededFor(1)).isCloseTo(0.001, within(1e-6));
  }

  @Test
  void tellsTheShareOfTheTimeAboveALimit() {
    // 288 of 2,880 slots lie above 2.5925
    assertThat(RISING.shareAbove(2.5925)).isCloseTo(0.1, within(1e-9));
    assertThat(RISING.shareAbove(5)).isZero();
    assertThat(RISING.shareAbove(0)).isEqualTo(1);
  }

  private static Distribution of(Observation machine) {
    MachineHistory history =
        MachineHistory.of(
            machine, Policies.peakPlusHalf().build(), SmallCatalog.usEast1(), Machines.AS_OF);
    return Distribution.of(history.cpu().orElseThrow(), 1);
  }
}
