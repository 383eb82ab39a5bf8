package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.series.SampleUnit;
import io.headroom.testing.Types;
import org.junit.jupiter.api.Test;

class DimensionTest {

  private static final InstanceType M5 = Types.ec2("m5.xlarge", 4, 16384).type();
  private static final InstanceType E2_MICRO =
      Types.gce("e2-micro", 2, 1024).sharedCore(0.25).type();

  @Test
  void cpuBecomesVcpusUsed() {
    // 50 % of 4 vCPUs, a half of them, and 2 vCPUs are the same
    assertThat(50 * Dimension.CPU.factor(SampleUnit.PERCENT, M5)).isEqualTo(2);
    assertThat(0.5 * Dimension.CPU.factor(SampleUnit.FRACTION, M5)).isEqualTo(2);
    assertThat(2 * Dimension.CPU.factor(SampleUnit.VCPUS, M5)).isEqualTo(2);
    assertThat(Dimension.CPU.capacity(M5)).isEqualTo(4);
  }

  @Test
  void aSharedCoreIsReportedRelativeToItsReservedPart() {
    // 320 % of a quarter core is 0.8 vCPU
    assertThat(320 * Dimension.CPU.factor(SampleUnit.PERCENT, E2_MICRO)).isEqualTo(0.8);
    assertThat(Dimension.CPU.capacity(E2_MICRO)).isEqualTo(2);
  }

  @Test
  void burstableEc2TypesAreReportedRelativeToTheirVcpus() {
    assertThat(20 * Dimension.CPU.factor(SampleUnit.PERCENT, Types.t3Medium().type()))
        .isEqualTo(0.4);
  }

  @Test
  void memoryBecomesMebibytes() {
    assertThat(25 * Dimension.MEMORY.factor(SampleUnit.PERCENT, M5)).isEqualTo(4096);
    assertThat(0.25 * Dimension.MEMORY.factor(SampleUnit.FRACTION, M5)).isEqualTo(4096);
    assertThat(4096 * Dimension.MEMORY.factor(SampleUnit.MIB, M5)).isEqualTo(4096);
    // 1 GiB = 2^30 bytes
    assertThat(1_073_741_824 * Dimension.MEMORY.factor(SampleUnit.BYTES, M5)).isEqualTo(1024);
    assertThat(Dimension.MEMORY.capacity(M5)).isEqualTo(16384);
  }
}
