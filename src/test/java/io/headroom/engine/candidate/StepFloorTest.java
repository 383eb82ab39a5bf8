package io.headroom.engine.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.policy.StepLimit;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.Refusal;
import io.headroom.testing.Types;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepFloorTest {

  private static final InstanceType PRESENT = Types.ec2("m5.2xlarge", 8, 32768).type();

  private static Optional<String> refusal(StepLimit limit, double vcpus, double mib) {
    return StepFloor.of(limit, PRESENT)
        .refusal(Types.ec2("m5.size", vcpus, mib).type())
        .map(Refusal::text);
  }

  @Test
  void halfOfTheMemoryIsTheFloor() {
    assertThat(refusal(StepLimit.HALF_MEMORY, 1, 16384)).isEmpty();
    assertThat(refusal(StepLimit.HALF_MEMORY, 1, 16383)).contains("below half of present memory");
  }

  @Test
  void oneSizeIsHalfOfBoth() {
    assertThat(refusal(StepLimit.ONE_SIZE, 4, 16384)).isEmpty();
    assertThat(refusal(StepLimit.ONE_SIZE, 3, 16384)).contains("below half of present vCPUs");
    assertThat(refusal(StepLimit.ONE_SIZE, 3, 16383)).contains("below half of present memory");
  }

  @Test
  void withoutALimitNothingIsTooSmall() {
    assertThat(refusal(StepLimit.NONE, 1, 512)).isEmpty();
    assertThat(StepFloor.of(StepLimit.NONE, PRESENT)).isEqualTo(StepFloor.NONE);
  }

  @Test
  void oddSizesAreHalvedExactly() {
    // 15360 ÷ 2 = 7680 and 3 ÷ 2 = 1.5
    assertThat(StepFloor.of(StepLimit.ONE_SIZE, Types.gce("n1-standard-4", 3, 15360).type()))
        .isEqualTo(new StepFloor(new VCpus(1.5), new Mebibytes(7680)));
  }

  @Test
  void twoFloorsTogetherAreTheHigherOfBoth() {
    StepFloor wide = new StepFloor(new VCpus(4), new Mebibytes(100));
    StepFloor high = new StepFloor(new VCpus(1), new Mebibytes(200));
    assertThat(wide.with(high)).isEqualTo(new StepFloor(new VCpus(4), new Mebibytes(200)));
    assertThat(high.with(wide)).isEqualTo(wide.with(high));
  }
}
