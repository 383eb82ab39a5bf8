package io.headroom.engine.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.CreditMode;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.verdict.Refusal;
import io.headroom.testing.Samples;
import io.headroom.testing.Types;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A t3.medium sustains 0.4 vCPU. */
class BurstJudgeTest {

  private static BurstJudge.Judgement judge(CreditMode mode, Types type, Samples... samples) {
    return new BurstJudge(Needs.of(samples).need().analysis().cpu().means(), mode, List.of())
        .judge(type.type());
  }

  private static Samples cpu(double vcpus) {
    return Samples.cpuVcpus(20).flat(vcpus);
  }

  private static Optional<String> refusal(BurstJudge.Judgement judgement) {
    return judgement.refusal().map(Refusal::text);
  }

  @Test
  void aTypeWithoutCreditsPasses() {
    BurstJudge.Judgement judgement =
        judge(CreditMode.STANDARD, Types.ec2("m5.large", 2, 8192), cpu(2));
    assertThat(judgement.refusal()).isEmpty();
    assertThat(judgement.surplus()).isEmpty();
    assertThat(
            judge(CreditMode.STANDARD, Types.gce("e2-small", 2, 2048).sharedCore(0.5), cpu(2))
                .refusal())
        .isEmpty();
  }

  @Test
  void standardModeFitsOnlyWithoutAThrottledSlot() {
    assertThat(refusal(judge(CreditMode.STANDARD, Types.t3Medium(), cpu(0.4)))).isEmpty();
    // 19 of 20 days are judged
    assertThat(refusal(judge(CreditMode.STANDARD, Types.t3Medium(), cpu(0.5))))
        .contains("CPU credits run out: throttled in 5472 slots");
  }

  @Test
  void standardModeAddsNothingToThePrice() {
    assertThat(judge(CreditMode.STANDARD, Types.t3Medium(), cpu(0.4)).surplus()).isEmpty();
  }

  @Test
  void unlimitedModeAddsItsSurplus() {
    BurstJudge.Judgement judgement = judge(CreditMode.UNLIMITED, Types.t3Medium(), cpu(1));
    assertThat(judgement.refusal()).isEmpty();
    // 0.6 × 730 × 0.05
    assertThat(judgement.surplus()).contains(new MonthlyPrice(new BigDecimal("21.9"), Types.USD));
    assertThat(judge(CreditMode.UNLIMITED, Types.t3Medium(), cpu(0.4)).surplus())
        .contains(new MonthlyPrice(BigDecimal.ZERO, Types.USD));
  }

  @Test
  void aDayIsTooShortToJudge() {
    for (CreditMode mode : CreditMode.values()) {
      assertThat(refusal(judge(mode, Types.t3Medium(), Samples.cpuVcpus(1).flat(0.1))))
          .contains("CPU credits not judged: less than a day of CPU samples after the warm-up");
    }
  }

  @Test
  void withoutCpuSamplesThereIsNothingToPlay() {
    assertThat(
            judge(CreditMode.STANDARD, Types.t3Medium(), Samples.memoryMib(20).flat(1)).refusal())
        .isEmpty();
  }
}
