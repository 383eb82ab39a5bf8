package io.headroom.engine;

import static io.headroom.testing.Judged.options;
import static io.headroom.testing.Judged.recommended;
import static io.headroom.testing.Judged.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.CreditMode;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.Verdict;
import io.headroom.testing.Judged;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Machines of us-east-1 at Linux list prices of 2026-07-20, worked through by hand: prices are USD
 * an hour × 730.
 */
class Ec2WorkedExamplesTest {

  /** 16 GiB at 0.192: needs 1.4 vCPUs and 1.5 × 5120 = 7680 MiB. */
  private static Judged m5(String region) {
    return Judged.of(Machines.ec2("m5.xlarge", region)).memory(5120);
  }

  private static Judged m5() {
    return m5("us-east-1");
  }

  @Test
  void halvesAMachineThatUsesAThird() {
    Verdict verdict = m5().cpu(1.4).verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.OVER_PROVISIONED);
    assertThat(verdict.required().orElseThrow().vcpus()).isEqualTo(new VCpus(1.4));
    assertThat(verdict.required().orElseThrow().memory()).isEqualTo(new Mebibytes(7680));
    // 0.0864, 0.086 and 0.096; 62.78 × 1.02 = 64.04, so the sixth generation is as cheap as the
    // fifth, and newer
    assertThat(options(verdict)).startsWith("m6a.large 63.07", "m5a.large 62.78", "m5.large 70.08");
    assertThat(refusals(verdict))
        .containsEntry("c6a.large", "short of memory: 4 GiB, needs 7.5 GiB");
  }

  @Test
  void creditsThatLastMakeABurstTypeTheCheapest() {
    // t3a.large and t3.large earn 36 credits an hour, 0.6 vCPU; below that all the time but once
    Verdict verdict =
        m5().cpu(0.59, 1.4)
            .policy(Policies.peakPlusHalf().burstable(CreditMode.STANDARD))
            .verdict();
    // 0.0752 and 0.0832
    assertThat(options(verdict)).startsWith("t3a.large 54.90", "t3.large 60.74");
  }

  @Test
  void surplusCreditsAreAddedToThePrice() {
    Verdict verdict =
        m5().cpu(1, 1.4).policy(Policies.peakPlusHalf().burstable(CreditMode.UNLIMITED)).verdict();
    // 54.90 + (1 − 0.6) × 730 × 0.05
    assertThat(options(verdict))
        .startsWith("m6a.large 63.07", "m5a.large 62.78", "t3a.large 69.50");
    // 0.0832 × 730 = 60.74 is cheaper by list, and 14.60 more with its surplus
    assertThat(refusals(verdict))
        .containsEntry("t3.large", "with surplus credits 75.34 USD a month");
  }

  @Test
  void unlimitedModeBreaksEvenWithM5aAtAMeanOf0816() {
    // 54.896 + (0.816 − 0.6) × 36.5 = 62.78 = m5a.large
    assertThat(priceOfT3a(0.81)).isEqualTo("62.56");
    assertThat(priceOfT3a(0.816)).isEqualTo("62.78");
    assertThat(priceOfT3a(0.82)).isEqualTo("62.93");
  }

  private static BigDecimal priceOfT3a(double mean) {
    Verdict verdict =
        m5().cpu(mean, 1.4)
            .policy(Policies.peakPlusHalf().burstable(CreditMode.UNLIMITED))
            .verdict();
    return verdict.options().stream()
        .filter(option -> option.instanceType().equals("t3a.large"))
        .map(option -> option.price().rounded())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "eu-west-1, m6a.large 70.30", // 0.0963
    "eu-central-1, m6a.large 75.56", // 0.1035
    "ap-south-1, m6a.large 40.55", // 0.05555
  })
  void everyRegionHasItsOwnPrices(String region, String expected) {
    assertThat(recommended(m5(region).cpu(1.4).verdict())).isEqualTo(expected);
  }

  @Test
  void halvesAMachineOfTwiceTheSize() {
    // 1.5 × 10240 = 15360; 0.1728
    Verdict verdict = Judged.of(Machines.ec2("m5.2xlarge")).cpu(3.2).memory(10_240).verdict();
    assertThat(recommended(verdict)).isEqualTo("m6a.xlarge 126.14");
  }

  @ParameterizedTest
  @CsvSource({
    "5461, m6a.large 63.07", // 1.5 × 5461 = 8191.5 of 8192
    "5462, r6a.large 82.78", // 8193; 0.1134
  })
  void oneMebibyteDecides(double peak, String expected) {
    Verdict verdict = Judged.of(Machines.ec2("m5.xlarge")).cpu(1.4).memory(peak).verdict();
    assertThat(recommended(verdict)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2.000, c6a.large 55.85", // 0.0765
    "2.001, c6a.xlarge 111.69", // 0.153
  })
  void aThousandthOfAVcpuDecides(double peak, String expected) {
    // 1.5 × 2662 = 3993 of 4096
    Verdict verdict = Judged.of(Machines.ec2("c5.xlarge")).cpu(peak).memory(2662).verdict();
    assertThat(recommended(verdict)).isEqualTo(expected);
  }

  @Test
  void oldGenerationsAreNeverACandidateHoweverCheap() {
    // 1.5 × 1024 = 1536, the half floor 2048; 0.05132
    Verdict verdict = Judged.of(Machines.ec2("c5.large")).cpu(0.9).memory(1024).verdict();
    assertThat(recommended(verdict)).isEqualTo("c7a.medium 37.46");
    assertThat(options(verdict)).noneMatch(option -> option.startsWith("m1."));
    assertThat(refusals(verdict)).doesNotContainKey("m1.small");
    assertThat(verdict.excludedByRule()).containsKey("previous generation");
  }

  @Test
  void aBurstMachineMayStayOne() {
    // 1.5 × 400 = 600, the half floor 1024; t3a.micro earns 12 an hour, 0.2 vCPU; 0.0094
    Verdict verdict = Judged.of(Machines.ec2("t3.small")).cpu(0.19, 0.3).memory(400).verdict();
    assertThat(recommended(verdict)).isEqualTo("t3a.micro 6.86");
    assertThat(refusals(verdict)).doesNotContainKey("t1.micro");
  }

  @Test
  void withoutBurstTypesTheSameNeedTakesAWholeVcpu() {
    Verdict verdict = Judged.of(Machines.ec2("c6a.large")).cpu(0.19, 0.3).memory(400).verdict();
    assertThat(recommended(verdict)).isEqualTo("c7a.medium 37.46");
    assertThat(options(verdict)).noneMatch(option -> option.startsWith("t"));
    assertThat(verdict.excludedByRule()).containsKey("burstable");
  }

  @Test
  void oneChangeTakesHalfOfTheMemoryAndTheVerdictShowsWhereItLeads() {
    // 1.5 × 5120 = 7680, the half floor 32768; 0.2268, and 0.07608 without the floor
    Verdict verdict = Judged.of(Machines.ec2("r5.2xlarge")).cpu(0.9).memory(5120).verdict();
    assertThat(recommended(verdict)).isEqualTo("r6a.xlarge 165.56");
    assertThat(verdict.destination().map(Judged::priced)).contains("r7a.medium 55.54");
    assertThat(refusals(verdict)).containsEntry("r7a.medium", "below half of present memory");
  }

  @Test
  void aBusyMachineOnlyChangesItsGeneration() {
    // 7.9 of 8 vCPUs, 1.5 × 8192 = 12288 of 16384; 0.306
    Verdict verdict = Judged.of(Machines.ec2("c5.2xlarge")).cpu(7.9).memory(8192).verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.OPTIMIZED);
    assertThat(verdict.reasons()).containsExactly(FindingReason.CHEAPER_GENERATION);
    assertThat(recommended(verdict)).isEqualTo("c6a.2xlarge 223.38");
  }

  @Test
  void anArmMachineStaysOnArm() {
    // 1.5 × 2000 = 3000, the half floor 4096; 0.068
    Verdict verdict = Judged.of(Machines.ec2("c6g.xlarge")).cpu(1.4).memory(2000).verdict();
    assertThat(recommended(verdict)).isEqualTo("c6g.large 49.64");
    assertThat(options(verdict)).allMatch(option -> option.matches("[cmr]\\d+g.*"));
    assertThat(refusals(verdict)).doesNotContainKey("a1.large");
    assertThat(verdict.excludedByRule()).containsKey("architecture");
  }

  @Test
  void aThrottledMachineIsNeverReduced() {
    Verdict verdict =
        Judged.of(Machines.ec2("t3.medium").creditMode(CreditMode.STANDARD))
            .cpu(0.4, 0.4)
            .memory(1200)
            .with(Samples.of(Metric.CPU_CREDIT_BALANCE, SampleUnit.CREDITS, 42))
            .verdict();
    // it cannot use more than the 24 credits it earns an hour: 0.4 vCPU, its demand at least
    assertThat(verdict.finding()).isEqualTo(Finding.UNDER_PROVISIONED);
    assertThat(verdict.reasons()).containsExactly(FindingReason.CPU_CENSORED);
    assertThat(verdict.notices())
        .extracting(notice -> notice.text())
        .contains("CPU demand at least 0.4 vCPU: the machine cut it off");
    assertThat(verdict.options())
        .extracting(option -> option.offering().type().vcpus())
        .allMatch(vcpus -> vcpus.covers(new VCpus(2)));
    assertThat(refusals(verdict)).containsEntry("c7a.medium", "short of CPU: 1 vCPU, needs 2 vCPU");
    assertThat(verdict.current().price().orElseThrow().rounded()).isEqualTo("30.37");
  }
}
