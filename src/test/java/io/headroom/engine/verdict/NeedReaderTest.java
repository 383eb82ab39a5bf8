package io.headroom.engine.verdict;

import static io.headroom.engine.verdict.SmallFleet.M5_LARGE;
import static io.headroom.engine.verdict.SmallFleet.ago;
import static io.headroom.engine.verdict.SmallFleet.changed;
import static io.headroom.engine.verdict.SmallFleet.judged;
import static io.headroom.engine.verdict.SmallFleet.required;
import static io.headroom.engine.verdict.SmallFleet.xlarge;
import static io.headroom.testing.Judged.notices;
import static io.headroom.testing.Judged.recommended;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.policy.Statistic;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.NoticeKind;
import io.headroom.model.verdict.Verdict;
import io.headroom.testing.Judged;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import io.headroom.testing.Types;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a machine must have when something else than its peak decides. */
class NeedReaderTest {

  @Test
  void underTwoWeeksNothingShrinks() {
    Verdict verdict = xlarge().days(13).cpu(1).memory(4000).verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.OPTIMIZED);
    assertThat(required(verdict).vcpus()).isEqualTo(new VCpus(4));
    assertThat(required(verdict).memory()).isEqualTo(new Mebibytes(16_384));
    assertThat(notices(verdict, NoticeKind.NOT_REDUCED))
        .containsExactly(
            "CPU is kept: only 13 days of history, 14 days needed to reduce",
            "memory is kept: only 13 days of history, 14 days needed to reduce");
  }

  // CPU credits

  /** A t3.medium in standard mode whose balance is empty in so many slots. */
  private static Verdict throttled(int slots) {
    return Judged.of(Machines.ec2("t3.medium").creditMode(CreditMode.STANDARD))
        .among(
            Types.t3Medium().at("0.0416"),
            Types.ec2("t3.small", 2, 2048).credits(24, 576, 0).at("0.0208"),
            Types.ec2("t3.large", 2, 8192).credits(36, 864, 0).at("0.0832"),
            Types.ec2("t3.xlarge", 4, 16384).credits(96, 2304, 0).at("0.1664"),
            M5_LARGE)
        .cpu(0.3, 0.4)
        .memory(1000)
        .with(
            Samples.of(Metric.CPU_CREDIT_BALANCE, SampleUnit.CREDITS, 42)
                .flat(500)
                .from(Duration.ofDays(9), slots, 0))
        .verdict();
  }

  @Test
  void creditsThatRunOutAskForTwiceWhatTheTypeSustains() {
    // 122 of 12096 slots are more than 1 %
    Verdict verdict = throttled(122);
    assertThat(verdict.finding()).isEqualTo(Finding.UNDER_PROVISIONED);
    assertThat(verdict.reasons()).containsExactly(FindingReason.CPU_CENSORED);
    // the guest keeps its two vCPUs, not four
    assertThat(required(verdict).vcpus()).isEqualTo(new VCpus(2));
    assertThat(required(verdict).sustained()).isEqualTo(new VCpus(0.8));
    assertThat(recommended(verdict)).isEqualTo("m5.large 73.00");
  }

  @Test
  void creditsThatRanOutOnceKeepWhatTheTypeSustains() {
    Verdict verdict = throttled(5);
    assertThat(verdict.finding()).isEqualTo(Finding.OVER_PROVISIONED);
    assertThat(required(verdict).vcpus()).isEqualTo(new VCpus(2));
    assertThat(required(verdict).sustained()).isEqualTo(new VCpus(0.4));
    assertThat(recommended(verdict)).isEqualTo("t3.small 15.18");
  }

  @Test
  void creditsThatLastAskForNothing() {
    assertThat(required(throttled(0)).sustained()).isEqualTo(VCpus.NONE);
    assertThat(required(throttled(0)).vcpus()).isEqualTo(new VCpus(0.4));
  }

  // single threads

  @Test
  void singleThreadsKeepOneMoreVcpuAndNeverGrow() {
    Verdict small =
        judged(Machines.ec2("m5.2xlarge"))
            .with(Samples.cpuVcpus(42).flat(1).from(Duration.ofDays(9), 300, 2))
            .memory(5000)
            .verdict();
    assertThat(required(small).vcpus()).isEqualTo(new VCpus(3));
    assertThat(notices(small, NoticeKind.SINGLE_THREADED))
        .containsExactly(
            "CPU is flat at 2 vCPU: bound by single threads, more vCPUs would not help");
    // 3 × 1.5 = 4.5 of 4: headroom on a flat line would be idle
    Verdict flat =
        xlarge()
            .with(Samples.cpuVcpus(42).flat(1).from(Duration.ofDays(9), 300, 3))
            .memory(9000)
            .policy(
                Policies.peakPlusHalf()
                    .cpu(new Statistic.Peak(), SampleSeries.MEAN, Headroom.ofPercent(50)))
            .verdict();
    assertThat(required(flat).vcpus()).isEqualTo(new VCpus(4));
    assertThat(flat.finding()).isEqualTo(Finding.OPTIMIZED);
  }

  // elastic load

  @Test
  void aLoadThatFillsAnySizeIsSaidSoAndNeverGrows() {
    Verdict verdict =
        judged(
                changed(
                    new TypeChange(ago(400), "m5.large", /* madeByHeadroom= */ false),
                    new TypeChange(ago(20), "m5.xlarge", /* madeByHeadroom= */ false)))
            .with(Samples.cpuPercent(42).flat(100))
            .memory(9000)
            .verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.OPTIMIZED);
    assertThat(verdict.reasons()).contains(FindingReason.ELASTIC_OR_RUNAWAY);
    assertThat(required(verdict).vcpus()).isEqualTo(new VCpus(4));
    assertThat(notices(verdict, NoticeKind.ELASTIC_OR_RUNAWAY))
        .containsExactly("CPU is elastic or runaway: the larger size was filled as often");
  }
}
