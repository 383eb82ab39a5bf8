package io.headroom.engine.verdict;

import static io.headroom.engine.verdict.SmallFleet.R5_LARGE;
import static io.headroom.engine.verdict.SmallFleet.ago;
import static io.headroom.engine.verdict.SmallFleet.changed;
import static io.headroom.engine.verdict.SmallFleet.judged;
import static io.headroom.engine.verdict.SmallFleet.required;
import static io.headroom.engine.verdict.SmallFleet.xlarge;
import static io.headroom.testing.Judged.notices;
import static io.headroom.testing.Judged.recommended;
import static io.headroom.testing.Judged.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.MemoryPool;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.policy.Growth;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.policy.Statistic;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.NoticeKind;
import io.headroom.model.verdict.Verdict;
import io.headroom.testing.Hosts;
import io.headroom.testing.Judged;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import io.headroom.testing.Types;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShortagesTest {

  @Test
  void cpuOverCapacityGrows() {
    // a machine that was larger when it used five vCPUs
    Verdict verdict =
        judged(
                changed(
                    new TypeChange(ago(400), "m5.2xlarge", /* madeByHeadroom= */ false),
                    new TypeChange(ago(2), "m5.xlarge", /* madeByHeadroom= */ false)))
            .cpu(5)
            .memory(5000)
            .verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.UNDER_PROVISIONED);
    assertThat(verdict.reasons()).containsExactly(FindingReason.CPU_OVER_CAPACITY);
    assertThat(recommended(verdict)).isEqualTo("m5.2xlarge 292.00");
    assertThat(refusals(verdict)).containsEntry("m5.xlarge", "short of CPU: 4 vCPU, needs 5 vCPU");
    // a cool-down does not keep it short
    assertThat(verdict.options().get(0).saving().orElseThrow().rounded()).isEqualTo("-146.00");
  }

  @Test
  void cpuShortOfHeadroomGrowsUnlessThePolicyGrowsOnPressure() {
    Policies half =
        Policies.peakPlusHalf()
            .cpu(new Statistic.Peak(), SampleSeries.MEAN, Headroom.ofPercent(50));
    Verdict verdict = xlarge().cpu(3.4).memory(5000).policy(half).verdict();
    assertThat(verdict.reasons()).containsExactly(FindingReason.CPU_SHORT_OF_HEADROOM);
    // 1.5 × 3.4
    assertThat(required(verdict).vcpus()).isEqualTo(new VCpus(5.1));
    assertThat(recommended(verdict)).isEqualTo("m5.2xlarge 292.00");
    Verdict pressure =
        xlarge().cpu(3.4).memory(9000).policy(half.growth(Growth.ON_PRESSURE)).verdict();
    assertThat(pressure.finding()).isEqualTo(Finding.OPTIMIZED);
    assertThat(required(pressure).vcpus()).isEqualTo(new VCpus(4));
  }

  @Test
  void saturatedCpuAsksForTwiceTheCapacity() {
    Verdict verdict = xlarge().with(Samples.cpuVcpus(42).flat(4)).memory(5000).verdict();
    assertThat(verdict.reasons()).containsExactly(FindingReason.CPU_CENSORED);
    assertThat(required(verdict).vcpus()).isEqualTo(new VCpus(8));
    assertThat(recommended(verdict)).isEqualTo("m5.2xlarge 292.00");
    assertThat(notices(verdict, NoticeKind.DEMAND_AT_LEAST))
        .containsExactly("CPU demand at least 4 vCPU: the machine cut it off");
  }

  @Test
  void rareSaturationOnlyKeepsTheCpu() {
    // three slots in a row, once
    Verdict verdict =
        xlarge()
            .with(Samples.cpuVcpus(42).flat(0.5).from(Duration.ofDays(3), 3, 4))
            .memory(3000)
            .verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.OVER_PROVISIONED);
    assertThat(verdict.reasons()).containsExactly(FindingReason.MEMORY_OVER_PROVISIONED);
    assertThat(required(verdict).vcpus()).isEqualTo(new VCpus(4));
    assertThat(recommended(verdict)).isEqualTo("c5.xlarge 124.10");
    assertThat(notices(verdict, NoticeKind.NOT_REDUCED))
        .containsExactly("CPU is kept: its demand was cut off");
  }

  @Test
  void memoryShortOfHeadroomGrowsUnlessThePolicyGrowsOnPressure() {
    // 1.5 × 12000 = 18000 of 16384
    Verdict verdict = xlarge().cpu(1).memory(12_000).verdict();
    assertThat(verdict.reasons()).containsExactly(FindingReason.MEMORY_SHORT_OF_HEADROOM);
    assertThat(recommended(verdict)).isEqualTo("m5.2xlarge 292.00");
    Verdict pressure =
        xlarge()
            .cpu(3)
            .memory(12_000)
            .policy(Policies.peakPlusHalf().growth(Growth.ON_PRESSURE))
            .verdict();
    assertThat(pressure.finding()).isEqualTo(Finding.OPTIMIZED);
    assertThat(required(pressure).memory()).isEqualTo(new Mebibytes(16_384));
  }

  @Test
  void censoredMemoryAsksForTwiceTheCapacity() {
    // 95 % of 16384 is 15564.8
    Verdict verdict = xlarge().cpu(1).with(Samples.memoryMib(42).flat(15_600)).verdict();
    assertThat(verdict.reasons()).containsExactly(FindingReason.MEMORY_CENSORED);
    // twice 16384, more than 1.5 × 15600
    assertThat(required(verdict).memory()).isEqualTo(new Mebibytes(32_768));
    assertThat(recommended(verdict)).isEqualTo("m5.2xlarge 292.00");
    assertThat(notices(verdict, NoticeKind.DEMAND_AT_LEAST))
        .containsExactly("memory demand at least 15.2 GiB: the machine cut it off");
  }

  @Test
  void poolsThatWillFillAreOverCapacity() {
    // 15000 used, none of it the pool's, which is configured with 8192 and will take it
    Verdict verdict =
        judged(
                Machines.ec2("m5.xlarge")
                    .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                    .host(
                        Hosts.host()
                            .pool(
                                new MemoryPool(
                                    "mariadb",
                                    new Mebibytes(8192),
                                    Optional.of(Mebibytes.NONE),
                                    MemoryPool.Kind.BUFFER_POOL))
                            .build()))
            .cpu(1)
            .memory(15_000)
            .verdict();
    assertThat(verdict.reasons()).containsExactly(FindingReason.MEMORY_OVER_CAPACITY);
    // 8192 + 1.5 × 15000
    assertThat(required(verdict).memory()).isEqualTo(new Mebibytes(30_692));
  }

  @Test
  void severalShortagesAreAllNamed() {
    Verdict verdict =
        xlarge()
            .with(Samples.cpuVcpus(42).flat(4))
            .with(Samples.memoryMib(42).flat(15_600))
            .verdict();
    assertThat(verdict.reasons())
        .containsExactly(FindingReason.CPU_CENSORED, FindingReason.MEMORY_CENSORED);
  }

  @Test
  void whereNothingIsLargeEnoughItSaysSo() {
    Verdict verdict =
        judged(Machines.ec2("m5.4xlarge")).with(Samples.cpuVcpus(42).flat(16)).verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.UNDER_PROVISIONED);
    assertThat(verdict.reasons())
        .containsExactly(FindingReason.CPU_CENSORED, FindingReason.NOTHING_FITS);
    assertThat(verdict.recommended()).isEmpty();
    // what is cheaper than the present type
    assertThat(refusals(verdict))
        .containsEntry("m5.2xlarge", "short of CPU: 8 vCPU, needs 32 vCPU")
        .doesNotContainKey("m5.4xlarge");
  }

  @Test
  void aShortMachineMayBeCheaperElsewhere() {
    // short of CPU headroom, while a cheaper type has more: it grows and saves
    Verdict verdict =
        Judged.of(Machines.ec2("r5.large"))
            .among(R5_LARGE, Types.ec2("c6a.xlarge", 4, 8192).at("0.12"))
            .cpu(1.9)
            .memory(5000)
            .policy(
                Policies.peakPlusHalf()
                    .cpu(new Statistic.Peak(), SampleSeries.MEAN, Headroom.ofPercent(50)))
            .verdict();
    assertThat(verdict.reasons()).containsExactly(FindingReason.CPU_SHORT_OF_HEADROOM);
    assertThat(recommended(verdict)).isEqualTo("c6a.xlarge 87.60");
  }
}
