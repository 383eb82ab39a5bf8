package io.headroom.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.Instance;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.Verdict;
import io.headroom.testing.Machines;
import org.junit.jupiter.api.Test;

class UndecidedTest {

  private static final Instance MACHINE = Machines.ec2("m5.large").name("web").build();

  private static Verdict because(FindingReason reason) {
    return Undecided.because(reason, MACHINE, "frugal", Machines.AS_OF);
  }

  @Test
  void aMachineWithoutAPolicyIsExcluded() {
    assertThat(because(FindingReason.NO_POLICY).finding()).isEqualTo(Finding.EXCLUDED);
    assertThat(because(FindingReason.UNKNOWN_REGION).finding())
        .isEqualTo(Finding.INSUFFICIENT_DATA);
  }

  @Test
  void saysWhoAndWhyAndNothingElse() {
    Verdict verdict = because(FindingReason.UNKNOWN_REGION);
    assertThat(verdict.instance()).isSameAs(MACHINE);
    assertThat(verdict.policy()).isEqualTo("frugal");
    assertThat(verdict.asOf()).isEqualTo(Machines.AS_OF);
    assertThat(verdict.reasons()).containsExactly(FindingReason.UNKNOWN_REGION);
    assertThat(verdict.current().instanceType()).isEqualTo("m5.large");
    assertThat(verdict.current().price()).isEmpty();
    assertThat(verdict.demand()).isEmpty();
    assertThat(verdict.required()).isEmpty();
    assertThat(verdict.recommended()).isEmpty();
    assertThat(verdict.rejected()).isEmpty();
  }
}
