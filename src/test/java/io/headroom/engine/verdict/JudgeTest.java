package io.headroom.engine.verdict;

import static io.headroom.engine.verdict.SmallFleet.M5_2XLARGE;
import static io.headroom.engine.verdict.SmallFleet.M5_LARGE;
import static io.headroom.engine.verdict.SmallFleet.M5_XLARGE;
import static io.headroom.engine.verdict.SmallFleet.ago;
import static io.headroom.engine.verdict.SmallFleet.changed;
import static io.headroom.engine.verdict.SmallFleet.judged;
import static io.headroom.engine.verdict.SmallFleet.xlarge;
import static io.headroom.testing.Judged.notices;
import static io.headroom.testing.Judged.options;
import static io.headroom.testing.Judged.recommended;
import static io.headroom.testing.Judged.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.InstanceState;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.NoticeKind;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.PerformanceRisk;
import io.headroom.model.verdict.Verdict;
import io.headroom.testing.Hosts;
import io.headroom.testing.Judged;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import io.headroom.testing.Types;
import org.junit.jupiter.api.Test;

/** Prices of a month are an hour's × 730. */
class JudgeTest {

  // the order of findings

  @Test
  void exclusionComesBeforeEverythingElse() {
    Verdict verdict =
        judged(Machines.ec2("m5.large").state(InstanceState.STOPPED)).cpu(4).memory(9000).verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.EXCLUDED);
    assertThat(verdict.reasons()).containsExactly(FindingReason.STOPPED);
    assertThat(verdict.options()).isEmpty();
    assertThat(verdict.workers()).isEmpty();
    // what was observed is shown all the same
    assertThat(verdict.demand()).isPresent();
  }

  @Test
  void aVerdictNeedsThirtyHoursOfCpu() {
    // 2 % less is enough
    assertThat(days(30.0 / 24).finding()).isNotEqualTo(Finding.INSUFFICIENT_DATA);
    assertThat(days(29.5 / 24).finding()).isNotEqualTo(Finding.INSUFFICIENT_DATA);
    Verdict verdict = days(29.0 / 24);
    assertThat(verdict.finding()).isEqualTo(Finding.INSUFFICIENT_DATA);
    assertThat(verdict.reasons()).containsExactly(FindingReason.HISTORY_TOO_SHORT);
    assertThat(verdict.recommended()).isEmpty();
  }

  private static Verdict days(double days) {
    return xlarge()
        .with(Samples.cpuVcpus(days).flat(1))
        .with(Samples.memoryMib(days).flat(1000))
        .verdict();
  }

  @Test
  void withoutCpuThereIsNoVerdict() {
    Verdict verdict = xlarge().memory(5000).verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.INSUFFICIENT_DATA);
    assertThat(verdict.reasons()).containsExactly(FindingReason.CPU_NOT_COLLECTED);
    assertThat(verdict.current().risk()).isEmpty();
    assertThat(notices(verdict, NoticeKind.NOT_COLLECTED))
        .containsExactly("CPU is not collected, so it is kept: no CPU metric");
  }

  @Test
  void workersOfAMachineThatIsNotJudgedAreNotAdvised() {
    Verdict verdict =
        judged(Machines.ec2("m5.xlarge").host(Hosts.host().web(5).build())).memory(5000).verdict();
    assertThat(verdict.workers()).isEmpty();
  }

  // idle

  private static Judged idle() {
    return xlarge()
        .with(Samples.cpuVcpus(42).flat(0.01))
        .with(Samples.memoryMib(42).flat(1000))
        .with(Samples.of(Metric.NETWORK_IN, SampleUnit.BYTES_PER_SECOND, 42).flat(10))
        .with(Samples.of(Metric.NETWORK_OUT, SampleUnit.BYTES_PER_SECOND, 42).flat(10));
  }

  @Test
  void anIdleMachineIsAdvisedToStop() {
    Verdict verdict = idle().verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.IDLE);
    assertThat(verdict.reasons()).containsExactly(FindingReason.NEARLY_NO_LOAD);
    assertThat(verdict.options()).isEmpty();
    assertThat(verdict.rejected()).isEmpty();
    assertThat(notices(verdict, NoticeKind.IDLE_ADVICE))
        .containsExactly(
            "nearly nothing runs on it: stop it, or snapshot and delete it; it costs 146.00 USD a"
                + " month");
  }

  @Test
  void anIdleMachineThatIsShortOfMemoryIsShort() {
    Verdict verdict = idle().among(M5_LARGE, M5_XLARGE, M5_2XLARGE).verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.IDLE);
    Verdict full =
        xlarge()
            .with(Samples.cpuVcpus(42).flat(0.01))
            .with(Samples.memoryMib(42).flat(12_000))
            .with(Samples.of(Metric.NETWORK_IN, SampleUnit.BYTES_PER_SECOND, 42).flat(10))
            .with(Samples.of(Metric.NETWORK_OUT, SampleUnit.BYTES_PER_SECOND, 42).flat(10))
            .verdict();
    assertThat(full.finding()).isEqualTo(Finding.UNDER_PROVISIONED);
  }

  @Test
  void anIdleMachineWithoutAPriceHasNoneInItsAdvice() {
    Verdict verdict = idle().among(M5_LARGE, Types.ec2("m5.xlarge", 4, 16384).unpriced()).verdict();
    assertThat(notices(verdict, NoticeKind.IDLE_ADVICE))
        .containsExactly("nearly nothing runs on it: stop it, or snapshot and delete it");
  }

  // over-provisioned and optimized

  @Test
  void tooMuchOfBothIsNamed() {
    Verdict verdict = xlarge().cpu(1).memory(4000).verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.OVER_PROVISIONED);
    assertThat(verdict.reasons())
        .containsExactly(FindingReason.CPU_OVER_PROVISIONED, FindingReason.MEMORY_OVER_PROVISIONED);
    assertThat(options(verdict))
        .containsExactly("m5.large 73.00", "r5.large 91.98", "c5.xlarge 124.10");
    assertThat(verdict.fallbacks()).containsExactly("r5.large", "c5.xlarge");
    assertThat(verdict.options()).extracting(Option::rank).containsExactly(1, 2, 3);
    assertThat(verdict.current().price().orElseThrow().rounded()).isEqualTo("146.00");
    assertThat(verdict.options().get(0).saving().orElseThrow().rounded()).isEqualTo("73.00");
  }

  @Test
  void tooMuchOfOneIsNamed() {
    // 1.5 × 9000 = 13500
    assertThat(xlarge().cpu(1).memory(9000).verdict().reasons())
        .containsExactly(FindingReason.CPU_OVER_PROVISIONED);
    assertThat(xlarge().cpu(3).memory(4000).verdict().reasons())
        .containsExactly(FindingReason.MEMORY_OVER_PROVISIONED);
  }

  @Test
  void fewerSustainedVcpusAreFewer() {
    // as many vCPUs as the guest sees now, and as much memory
    Verdict verdict =
        Judged.of(Machines.ec2("m5.large"))
            .among(M5_LARGE, Types.ec2("t3.large", 2, 8192).credits(36, 864, 0).at("0.08"))
            .cpu(0.3)
            .memory(5000)
            .policy(Policies.peakPlusHalf().burstable(CreditMode.STANDARD))
            .verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.OVER_PROVISIONED);
    assertThat(verdict.reasons()).containsExactly(FindingReason.CPU_OVER_PROVISIONED);
  }

  @Test
  void theSameSizeForLessIsANewerGeneration() {
    Verdict verdict =
        Judged.of(Machines.ec2("m5.xlarge"))
            .among(M5_LARGE, M5_XLARGE, Types.ec2("m6a.xlarge", 4, 16384).at("0.18"))
            .cpu(3)
            .memory(9000)
            .verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.OPTIMIZED);
    assertThat(verdict.reasons()).containsExactly(FindingReason.CHEAPER_GENERATION);
    assertThat(recommended(verdict)).isEqualTo("m6a.xlarge 131.40");
    assertThat(refusals(verdict)).containsEntry("m5.large", "short of CPU: 2 vCPU, needs 3 vCPU");
  }

  @Test
  void theRightSizeStays() {
    Verdict verdict = xlarge().cpu(3).memory(9000).verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.OPTIMIZED);
    assertThat(verdict.reasons()).isEmpty();
    assertThat(verdict.options()).isEmpty();
    // nearest price first, among what is cheaper than the present type
    assertThat(verdict.rejected())
        .extracting(rejection -> rejection.instanceType())
        .containsExactly("c5.xlarge", "r5.large", "m5.large");
  }

  @Test
  void tooSmallASavingIsNoChange() {
    // 0.19 would save 7.30, exactly 5 % of 146; 0.1901 a little less
    assertThat(recommended(cheaperAt("0.19"))).isEqualTo("m6a.xlarge 138.70");
    Verdict verdict = cheaperAt("0.1901");
    assertThat(verdict.finding()).isEqualTo(Finding.OPTIMIZED);
    assertThat(verdict.reasons()).containsExactly(FindingReason.SAVING_BELOW_MINIMUM);
    assertThat(verdict.options()).isEmpty();
    assertThat(refusals(verdict)).containsEntry("m6a.xlarge", "saves too little: 7.23 USD a month");
  }

  private static Verdict cheaperAt(String hourly) {
    return Judged.of(Machines.ec2("m5.xlarge"))
        .among(M5_XLARGE, Types.ec2("m6a.xlarge", 4, 16384).at(hourly))
        .cpu(3)
        .memory(9000)
        .verdict();
  }

  @Test
  void anEqualPriceSavesNothing() {
    // newer, so it ranks first
    Verdict verdict = cheaperAt("0.2");
    assertThat(verdict.finding()).isEqualTo(Finding.OPTIMIZED);
    assertThat(verdict.reasons()).isEmpty();
    assertThat(verdict.rejected()).isEmpty();
  }

  @Test
  void aPresentTypeThatRanksFirstStaysAndSaysWhatIsALittleCheaper() {
    // within 2 % of the cheapest the newer generation ranks first, and that is the present one
    Verdict verdict =
        Judged.of(Machines.ec2("m6a.xlarge"))
            .among(M5_XLARGE, Types.ec2("m6a.xlarge", 4, 16384).at("0.202"))
            .cpu(3)
            .memory(9000)
            .verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.OPTIMIZED);
    assertThat(verdict.options()).isEmpty();
    assertThat(verdict.reasons()).isEmpty();
    assertThat(refusals(verdict)).containsEntry("m5.xlarge", "saves too little: 1.46 USD a month");
  }

  @Test
  void aDearerNewerGenerationWithinTheToleranceIsPassedOver() {
    // m6a ranks first but saves 4 %, m5a saves 5.5 %
    Verdict verdict =
        Judged.of(Machines.ec2("m5.xlarge"))
            .among(
                M5_XLARGE,
                Types.ec2("m6a.xlarge", 4, 16384).at("0.192"),
                Types.ec2("m5a.xlarge", 4, 16384).at("0.189"))
            .cpu(3)
            .memory(9000)
            .verdict();
    assertThat(recommended(verdict)).isEqualTo("m5a.xlarge 137.97");
  }

  @Test
  void aMuchSaferTypeIsWorthAnySaving() {
    // 4 vCPUs are full at 3.9 (risk 2 + 1), 8 are not (0 + 1)
    Verdict verdict =
        Judged.of(Machines.ec2("m5.xlarge"))
            .among(M5_XLARGE, Types.ec2("c6a.2xlarge", 8, 16384).at("0.1999"))
            .cpu(3.9)
            .memory(9000)
            .verdict();
    assertThat(verdict.current().risk()).map(PerformanceRisk::level).contains(3);
    assertThat(recommended(verdict)).isEqualTo("c6a.2xlarge 145.93");
  }

  @Test
  void afterAChangeNothingButGrowthIsProposed() {
    InstanceBuilder machine =
        changed(
            new TypeChange(ago(400), "m5.2xlarge", /* madeByHeadroom= */ false),
            new TypeChange(ago(6), "m5.xlarge", /* madeByHeadroom= */ true));
    Verdict verdict = judged(machine).cpu(1).memory(4000).verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.OPTIMIZED);
    assertThat(verdict.reasons()).containsExactly(FindingReason.COOL_DOWN);
    assertThat(verdict.options()).isEmpty();
    Verdict without =
        judged(machine).cpu(1).memory(4000).policy(Policies.peakPlusHalf().unlimited()).verdict();
    assertThat(recommended(without)).isEqualTo("m5.large 73.00");
  }

  @Test
  void aPresentTypeWithoutAPriceIsNeverTooLarge() {
    Verdict verdict =
        Judged.of(Machines.ec2("m5.xlarge"))
            .among(M5_LARGE, Types.ec2("m5.xlarge", 4, 16384).unpriced())
            .cpu(1)
            .memory(4000)
            .verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.OPTIMIZED);
    assertThat(verdict.reasons()).containsExactly(FindingReason.PRESENT_TYPE_WITHOUT_PRICE);
    assertThat(verdict.current().price()).isEmpty();
    assertThat(verdict.rejected()).isEmpty();
  }

  @Test
  void aPresentTypeWithoutAPriceMayStillGrow() {
    Verdict verdict =
        Judged.of(Machines.ec2("m5.large"))
            .among(Types.ec2("m5.large", 2, 8192).unpriced(), M5_XLARGE)
            .cpu(1)
            .memory(7000)
            .verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.UNDER_PROVISIONED);
    assertThat(recommended(verdict)).isEqualTo("m5.xlarge 146.00");
    assertThat(verdict.options().get(0).saving()).isEmpty();
  }
}
