package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.demand.Censoring;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.policy.Statistic;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.VCpus;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 20 days have 5,760 slots of five minutes, 1 % of which are 57.6. */
class CpuCensoringTest {

  private static final int DAYS = 20;

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  private static InstanceBuilder m5() {
    return Machines.ec2("m5.large");
  }

  private static CpuAnalysis read(InstanceBuilder machine, Samples... samples) {
    return Readings.read(machine, samples).cpu();
  }

  private static Censoring censoring(InstanceBuilder machine, Samples... samples) {
    return read(machine, samples).demand().observed().orElseThrow().censoring();
  }

  private static Samples cpu() {
    return Samples.cpuPercent(DAYS).flat(20);
  }

  @Test
  void threeSlotsInARowAtNinetyEightPercentAreCutOff() {
    CpuAnalysis analysis = read(m5(), cpu().from(days(5), 3, 98));
    assertThat(analysis.demand().observed().orElseThrow().censoring())
        .isEqualTo(Censoring.AT_LEAST);
    assertThat(analysis.demand().observed().orElseThrow().mayReduce()).isFalse();
    assertThat(analysis.cutOffAt()).contains(new VCpus(2));
    assertThat(analysis.byCredits()).isFalse();
  }

  @Test
  void twoSlotsInARowAreNot() {
    assertThat(censoring(m5(), cpu().from(days(5), 2, 100))).isEqualTo(Censoring.NONE);
    assertThat(read(m5(), cpu().from(days(5), 2, 100)).cutOffAt()).isEmpty();
  }

  @Test
  void justBelowNinetyEightPercentIsNot() {
    assertThat(censoring(m5(), cpu().from(days(5), 100, 97.9))).isEqualTo(Censoring.NONE);
  }

  @Test
  void aGapBetweenFullSlotsIsNoRun() {
    Samples samples = cpu().from(days(5), 4, 100).gap(days(5).minusMinutes(10), 1);
    assertThat(censoring(m5(), samples)).isEqualTo(Censoring.NONE);
  }

  @Test
  void aLoneMaximumAtHundredPercentIsNot() {
    Samples maxima = Samples.of(Metric.CPU_UTILIZATION_MAX, SampleUnit.PERCENT, DAYS).flat(100);
    CpuAnalysis analysis = read(m5(), cpu(), maxima);
    assertThat(analysis.demand().observed().orElseThrow().censoring()).isEqualTo(Censoring.NONE);
    assertThat(analysis.demand().observed().orElseThrow().momentary()).contains(new VCpus(2));
  }

  @Test
  void maximaOfFinerSamplesAloneAreNoPlateau() {
    Samples maxima = Samples.of(Metric.CPU_UTILIZATION_MAX, SampleUnit.PERCENT, DAYS).flat(100);
    InstanceBuilder detailed = m5().samplingPeriod(Duration.ofMinutes(1));
    assertThat(censoring(detailed, maxima)).isEqualTo(Censoring.NONE);
  }

  @Test
  void maximaThatAreThemselvesMeansOfFiveMinutesAre() {
    Samples maxima = Samples.of(Metric.CPU_UTILIZATION_MAX, SampleUnit.PERCENT, DAYS).flat(100);
    assertThat(censoring(m5(), maxima)).isEqualTo(Censoring.GROWS);
  }

  @Test
  void underAPolicyOfMaximaTheMeansStillTellWhetherItWasFull() {
    Policies policy =
        Policies.peakPlusHalf().cpu(new Statistic.Peak(), SampleSeries.MAXIMUM, Headroom.NONE);
    Samples maxima = Samples.of(Metric.CPU_UTILIZATION_MAX, SampleUnit.PERCENT, DAYS).flat(100);
    InstanceBuilder detailed = m5().samplingPeriod(Duration.ofMinutes(1));
    assertThat(
            Readings.cpu(Readings.read(policy, detailed, cpu().from(days(5), 3, 98), maxima))
                .censoring())
        .isEqualTo(Censoring.AT_LEAST);
  }

  @Test
  void moreThanOnePercentOfTheSlotsGrows() {
    assertThat(censoring(m5(), cpu().from(days(5), 57, 99))).isEqualTo(Censoring.AT_LEAST);
    assertThat(censoring(m5(), cpu().from(days(5), 58, 99))).isEqualTo(Censoring.GROWS);
  }

  @Test
  void threeDifferentDaysGrow() {
    Samples twoDays = cpu().from(days(5), 3, 99).from(days(4), 3, 99);
    assertThat(censoring(m5(), twoDays)).isEqualTo(Censoring.AT_LEAST);
    assertThat(censoring(m5(), twoDays.from(days(3), 3, 99))).isEqualTo(Censoring.GROWS);
  }

  @Test
  void slotsAfterAStartDoNotCount() {
    Samples samples = cpu().from(days(5), 3, 100);
    InstanceBuilder restarted = m5().launched(Machines.AS_OF.minus(days(5)));
    assertThat(censoring(restarted, samples)).isEqualTo(Censoring.NONE);
  }

  @Test
  void fullOnASmallerTypeIsVoidAfterSevenDaysOnALargerOne() {
    Samples samples = Samples.cpuPercent(DAYS).flat(20).from(days(15), 100, 99);
    assertThat(censoring(resized(8), samples)).isEqualTo(Censoring.NONE);
    assertThat(read(resized(6), samples).cutOffAt()).contains(new VCpus(2));
    assertThat(censoring(resized(6), samples)).isEqualTo(Censoring.GROWS);
  }

  /** An m5.large that became an m5.xlarge. */
  private static InstanceBuilder resized(int daysAgo) {
    Instance now = m5().build();
    return Instance.builder(
        now.id(),
        now.placement(),
        new TypeHistory(
            "m5.xlarge",
            List.of(
                new TypeChange(
                    Machines.AS_OF.minus(days(99)), "m5.large", /* madeByHeadroom= */ false),
                new TypeChange(
                    Machines.AS_OF.minus(days(daysAgo)),
                    "m5.xlarge",
                    /* madeByHeadroom= */ true))));
  }

  @Test
  void fullOnBothSizesIsElastic() {
    // 100 of 4,032 slots on the smaller type, 100 of 1,728 on the larger one
    Samples samples =
        Samples.cpuPercent(DAYS).flat(20).from(days(15), 100, 99).from(days(3), 100, 99);
    CpuAnalysis analysis = read(resized(6), samples);
    assertThat(analysis.demand().observed().orElseThrow().censoring())
        .isEqualTo(Censoring.ELASTIC_OR_RUNAWAY);
    assertThat(analysis.cutOffAt()).contains(new VCpus(4));
  }

  // credits: a t3.medium earns 24 an hour, 2 in a slot, and sustains 0.4 vCPU

  private static Samples balance(double value) {
    return Samples.of(Metric.CPU_CREDIT_BALANCE, SampleUnit.CREDITS, DAYS).flat(value);
  }

  private static InstanceBuilder t3(CreditMode mode) {
    return Machines.ec2("t3.medium").creditMode(mode);
  }

  @Test
  void aBalanceBelowWhatOneSlotEarnsIsCutOff() {
    CpuAnalysis analysis = read(t3(CreditMode.STANDARD), cpu(), balance(1.9));
    assertThat(analysis.demand().observed().orElseThrow().censoring()).isEqualTo(Censoring.GROWS);
    assertThat(analysis.cutOffAt()).contains(new VCpus(0.4));
    assertThat(analysis.byCredits()).isTrue();
  }

  @Test
  void aBalanceOfWhatOneSlotEarnsIsNot() {
    assertThat(censoring(t3(CreditMode.STANDARD), cpu(), balance(2))).isEqualTo(Censoring.NONE);
  }

  @Test
  void aSlotOfAnHourEarnsTwelveTimesAsMuch() {
    Samples hourly =
        Samples.of(Metric.CPU_CREDIT_BALANCE, SampleUnit.CREDITS, DAYS, 3600).flat(23.9);
    assertThat(censoring(t3(CreditMode.STANDARD), cpu(), hourly)).isEqualTo(Censoring.GROWS);
    assertThat(censoring(t3(CreditMode.STANDARD), cpu(), hourly.flat(24)))
        .isEqualTo(Censoring.NONE);
  }

  @Test
  void oneSlotWithoutCreditsIsCutOffNowAndThen() {
    assertThat(censoring(t3(CreditMode.STANDARD), cpu(), balance(500).at(days(5), 0)))
        .isEqualTo(Censoring.AT_LEAST);
  }

  @Test
  void unlimitedModeIsNeverHeldBack() {
    assertThat(censoring(t3(CreditMode.UNLIMITED), cpu(), balance(0))).isEqualTo(Censoring.NONE);
  }

  @Test
  void anUnknownModeCountsAsStandardUnlessSurplusWasSeen() {
    Samples surplus = Samples.of(Metric.CPU_CREDIT_SURPLUS, SampleUnit.CREDITS, DAYS);
    InstanceBuilder unknown = Machines.ec2("t3.medium");
    assertThat(censoring(unknown, cpu(), balance(0))).isEqualTo(Censoring.GROWS);
    assertThat(censoring(unknown, cpu(), balance(0), surplus)).isEqualTo(Censoring.GROWS);
    assertThat(censoring(unknown, cpu(), balance(0), surplus.at(days(9), 0.5)))
        .isEqualTo(Censoring.NONE);
    // a mode that is known needs no guess
    assertThat(censoring(t3(CreditMode.STANDARD), cpu(), balance(0), surplus))
        .isEqualTo(Censoring.GROWS);
  }

  @Test
  void aTypeWithoutCreditsHasNoneToLose() {
    assertThat(censoring(m5(), cpu(), balance(0))).isEqualTo(Censoring.NONE);
  }

  @Test
  void gapsInTheBalanceSayNothing() {
    assertThat(censoring(t3(CreditMode.STANDARD), cpu(), balance(100).gap(days(9), 500)))
        .isEqualTo(Censoring.NONE);
  }

  @Test
  void theStrongerOfBothConclusionsCounts() {
    // full in three slots, and out of credits all the time
    CpuAnalysis throttled = read(t3(CreditMode.STANDARD), cpu().from(days(5), 3, 99), balance(0));
    assertThat(throttled.byCredits()).isTrue();
    assertThat(throttled.cutOffAt()).contains(new VCpus(0.4));
    // full in one slot of ten, and out of credits once
    CpuAnalysis full =
        read(t3(CreditMode.STANDARD), cpu().from(days(5), 576, 99), balance(100).at(days(5), 0));
    assertThat(full.byCredits()).isFalse();
    assertThat(full.cutOffAt()).contains(new VCpus(2));
  }

  // single threads

  private static CpuAnalysis onEight(Samples samples) {
    return read(Machines.ec2("m5.2xlarge"), samples);
  }

  private static Samples quiet() {
    return Samples.cpuVcpus(DAYS).flat(0.5);
  }

  @Test
  void aFlatLineAtWholeCoresIsMadeOfSingleThreads() {
    assertThat(onEight(quiet().from(days(5), 58, 2)).boundByThreads()).contains(2);
    assertThat(onEight(quiet().from(days(5), 58, 1.97)).boundByThreads()).contains(2);
    assertThat(onEight(quiet().from(days(5), 58, 2.03)).boundByThreads()).contains(2);
  }

  @Test
  void aLineBesideWholeCoresIsNot() {
    assertThat(onEight(quiet().from(days(5), 100, 2.05)).boundByThreads()).isEmpty();
    assertThat(onEight(quiet().from(days(5), 100, 1.95)).boundByThreads()).isEmpty();
    assertThat(onEight(quiet().from(days(5), 100, 0.4)).boundByThreads()).isEmpty();
  }

  @Test
  void aHigherPeakShowsThatMoreThreadsRun() {
    assertThat(onEight(quiet().from(days(5), 100, 2).at(days(2), 3.4)).boundByThreads()).isEmpty();
  }

  @Test
  void itMustBeFlatOftenOrOnThreeDays() {
    assertThat(onEight(quiet().from(days(5), 57, 2)).boundByThreads()).isEmpty();
    Samples twoDays = quiet().from(days(5), 3, 2).from(days(4), 3, 2);
    assertThat(onEight(twoDays).boundByThreads()).isEmpty();
    assertThat(onEight(twoDays.from(days(3), 3, 2)).boundByThreads()).contains(2);
  }

  @Test
  void spikesOfASlotAreNotFlat() {
    Samples spikes = quiet();
    for (int day = 1; day < DAYS; day++) {
      spikes.from(days(day), 2, 2);
    }
    assertThat(onEight(spikes).boundByThreads()).isEmpty();
  }

  @Test
  void allCoresBusyIsSaturationNotThreads() {
    CpuAnalysis full = read(m5(), Samples.cpuVcpus(DAYS).flat(0.5).from(days(5), 100, 1.97));
    assertThat(full.boundByThreads()).isEmpty();
    assertThat(full.demand().observed().orElseThrow().censoring()).isEqualTo(Censoring.GROWS);
  }

  @Test
  void slotsBelowASmallerTypesCoresDoNotProveThreads() {
    // 2 of 2 vCPUs while it was an m5.large, then 0.5 of 4: full, not bound by threads
    CpuAnalysis analysis =
        read(resized(8), Samples.cpuVcpus(DAYS).flat(0.5).from(days(15), 100, 1.99));
    assertThat(analysis.boundByThreads()).isEmpty();
  }
}
