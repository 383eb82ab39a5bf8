package io.headroom.advice.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.model.policy.Growth;
import io.headroom.model.policy.Policy;
import io.headroom.model.policy.SampleSeries;
import io.headroom.testing.Policies;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContenderTest {

  private static final Policy POLICY = Policies.peakPlusHalf().build();

  @Test
  void cappedOnesNeverGrow() {
    Contender capped = Contender.capped(POLICY);

    assertThat(capped.name()).isEqualTo("peak-plus-half-capped");
    assertThat(capped.growing()).isEqualTo(Contender.Growing.NEVER);
    assertThat(capped.policy().growth()).isEqualTo(Growth.ON_PRESSURE);
    assertThat(capped.policy().cpu()).isEqualTo(POLICY.cpu());
    assertThat(capped.policy().memory()).isEqualTo(POLICY.memory());
  }

  @Test
  void areContentWithTheTrainingPart() {
    Contender content = Contender.of(POLICY).trainedOn(Duration.ofDays(7));

    assertThat(content.policy().history().toReduce()).isEqualTo(Duration.ofDays(7));
    assertThat(content.policy().history().forVerdict()).isEqualTo(Duration.ofHours(30));
    // how far one change goes is still the policy's
    assertThat(content.policy().history().toReduceFreely()).isEqualTo(Duration.ofDays(35));
    assertThat(Contender.of(POLICY).trainedOn(Duration.ofDays(42)).policy()).isEqualTo(POLICY);
  }

  @Test
  void haveNamesThatDiffer() {
    List<Contender> twice = List.of(Contender.of(POLICY), Contender.of(POLICY));

    assertThatThrownBy(() -> plan(twice, POLICY.name()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid policies: two are called peak-plus-half; give one of them another name");
  }

  @Test
  void areComparedWithOneOfThem() {
    List<Contender> one = List.of(Contender.of(POLICY));

    assertThatThrownBy(() -> plan(one, "frugal"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid reference: frugal; expected one of peak-plus-half");
  }

  private static BacktestPlan plan(List<Contender> contenders, String reference) {
    return new BacktestPlan(
        CutRule.atHalf(),
        contenders,
        reference,
        POLICY,
        SampleSeries.MEAN,
        MachineHalf.BOTH,
        /* resamples= */ 10,
        /* seed= */ 1);
  }
}
