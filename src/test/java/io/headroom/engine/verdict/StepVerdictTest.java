package io.headroom.engine.verdict;

import static io.headroom.engine.verdict.SmallFleet.M5_LARGE;
import static io.headroom.engine.verdict.SmallFleet.M5_XLARGE;
import static io.headroom.engine.verdict.SmallFleet.judged;
import static io.headroom.engine.verdict.SmallFleet.xlarge;
import static io.headroom.testing.Judged.recommended;
import static io.headroom.testing.Judged.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.catalog.Offering;
import io.headroom.model.policy.StepLimit;
import io.headroom.model.verdict.Verdict;
import io.headroom.testing.Judged;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Types;
import org.junit.jupiter.api.Test;

/** How far one change goes, and where it leads. */
class StepVerdictTest {

  @Test
  void oneStepAtMostHalvesTheMemoryAndTheDestinationIsShown() {
    Verdict verdict = judged(Machines.ec2("m5.4xlarge")).cpu(1).memory(4000).verdict();
    assertThat(recommended(verdict)).isEqualTo("m5.2xlarge 292.00");
    assertThat(verdict.destination().map(Judged::priced)).contains("m5.large 73.00");
    assertThat(refusals(verdict)).containsEntry("m5.xlarge", "below half of present memory");
    Verdict atOnce =
        judged(Machines.ec2("m5.4xlarge"))
            .cpu(1)
            .memory(4000)
            .policy(Policies.peakPlusHalf().step(StepLimit.NONE))
            .verdict();
    assertThat(recommended(atOnce)).isEqualTo("m5.large 73.00");
    assertThat(atOnce.destination()).isEmpty();
  }

  @Test
  void aCustomShapeMayBeTheDestination() {
    // needs 1.5 × 3000 = 4500 MiB, the half floor 8192; no predefined type lies between
    Verdict verdict = Judged.of(Machines.gce("n2-highmem-2")).cpu(1.5).memory(3000).verdict();
    assertThat(recommended(verdict)).isEqualTo("n2-standard-2 56.73");
    // (2 × 0.03319155 + 4.5 × 0.00444885) × 730 × 0.8
    assertThat(verdict.destination().map(Judged::priced)).contains("n2-custom-2-4608 50.46");
    assertThat(refusals(verdict)).containsEntry("n2-custom-2-4608", "below half of present memory");
  }

  @Test
  void aSmallerTypeThatIsDearerIsNoDestination() {
    Verdict verdict =
        Judged.of(Machines.ec2("m5.xlarge"))
            .among(M5_LARGE, M5_XLARGE, Types.ec2("c5n.large", 2, 4096).at("0.12"))
            .cpu(1)
            .memory(2000)
            .verdict();
    assertThat(recommended(verdict)).isEqualTo("m5.large 73.00");
    assertThat(verdict.destination()).isEmpty();
  }

  @Test
  void theLastStepHasNoDestinationBeyondIt() {
    assertThat(xlarge().cpu(1).memory(4000).verdict().destination()).isEmpty();
  }

  @Test
  void aShortHistoryTakesOneSizeAtMost() {
    // half of the memory is 8192, half of the vCPUs 4; c5.large has 2
    Offering present = Types.ec2("c5.2xlarge", 8, 16384).at("0.34");
    Offering[] types = {
      present,
      Types.ec2("m5.large", 2, 8192).at("0.096"),
      Types.ec2("c5.xlarge", 4, 8192).at("0.17")
    };
    Judged machine = Judged.of(Machines.ec2("c5.2xlarge")).among(types);
    assertThat(recommended(machine.days(20).cpu(1).memory(4000).verdict()))
        .isEqualTo("c5.xlarge 124.10");
    Judged longer = Judged.of(Machines.ec2("c5.2xlarge")).among(types);
    assertThat(recommended(longer.days(42).cpu(1).memory(4000).verdict()))
        .isEqualTo("m5.large 70.08");
  }
}
