package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.policy.Statistic;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.Percentile;
import io.headroom.model.unit.VCpus;
import io.headroom.testing.Calendars;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StatisticReaderTest {

  private static final Instant END = Machines.AS_OF;
  private static final Duration DAY = Duration.ofDays(1);

  private static InstanceBuilder machine() {
    return Machines.ec2("m5.2xlarge");
  }

  private static Policies statistic(Statistic statistic) {
    return Policies.peakPlusHalf().cpu(statistic, SampleSeries.MEAN, Headroom.NONE);
  }

  private static Statistic percentile(double percent) {
    return new Statistic.OfPercentile(new Percentile(percent));
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  @Test
  void thePeakIsTheLargestValueAndKnowsItsTime() {
    Samples samples = Samples.cpuVcpus(20).flat(1).at(days(5), 3.2).at(days(3), 3.1);
    var demand = Readings.cpu(Readings.read(machine(), samples));
    assertThat(demand.value()).isEqualTo(new VCpus(3.2));
    assertThat(demand.peak()).isEqualTo(new VCpus(3.2));
    assertThat(demand.evidence().at()).isEqualTo(END.minus(days(5)));
    assertThat(demand.evidence().statistic()).isEqualTo("peak");
  }

  @Test
  void ofEqualPeaksTheFirstIsShown() {
    Samples samples = Samples.cpuVcpus(20).flat(1).at(days(5), 3).at(days(3), 3);
    assertThat(Readings.cpu(Readings.read(machine(), samples)).evidence().at())
        .isEqualTo(END.minus(days(5)));
  }

  @Test
  void aPercentileIsTheValueAtItsNearestRank() {
    // 20 days have 5,760 slots; P99.5 is the value at rank ceil(5731.2) = 5732, the 29th largest
    Samples samples = Samples.cpuVcpus(20).flat(1).from(days(10), 28, 3).at(days(9), 2.5);
    var demand = Readings.cpu(Readings.read(statistic(percentile(99.5)), machine(), samples));
    assertThat(demand.value()).isEqualTo(new VCpus(2.5));
    assertThat(demand.evidence().at()).isEqualTo(END.minus(days(9)));
    assertThat(demand.peak()).isEqualTo(new VCpus(3));
    Samples oneMore = Samples.cpuVcpus(20).flat(1).from(days(10), 29, 3).at(days(9), 2.5);
    assertThat(Readings.cpu(Readings.read(statistic(percentile(99.5)), machine(), oneMore)).value())
        .isEqualTo(new VCpus(3));
  }

  @Test
  void theKthLargestDailyPeakCountsEachUtcDayOnce() {
    // day peaks: 3 (twice on one day), 2.5 and 2; the others 1
    Samples samples =
        Samples.cpuVcpus(20)
            .flat(1)
            .at(days(10), 3)
            .at(days(10).minusHours(5), 3)
            .at(days(7), 2.5)
            .at(days(4), 2);
    assertThat(daily(1, samples)).isEqualTo(new VCpus(3));
    assertThat(daily(2, samples)).isEqualTo(new VCpus(2.5));
    assertThat(daily(3, samples)).isEqualTo(new VCpus(2));
    assertThat(daily(4, samples)).isEqualTo(new VCpus(1));
  }

  @Test
  void aDayEndsAtMidnightUtc() {
    // the last slot of one day and the first of the next
    Samples samples = Samples.cpuVcpus(20).flat(1).at(days(10).plusMinutes(5), 3).at(days(10), 2.5);
    assertThat(daily(2, samples)).isEqualTo(new VCpus(2.5));
  }

  @Test
  void withFewerDaysThanRanksItIsTheSmallestDailyPeak() {
    Samples samples = Samples.cpuVcpus(2).flat(1).at(DAY, 3);
    assertThat(daily(5, samples)).isEqualTo(new VCpus(1));
  }

  private static VCpus daily(int rank, Samples samples) {
    return Readings.cpu(Readings.read(statistic(new Statistic.DailyPeak(rank)), machine(), samples))
        .value();
  }

  @Test
  void aValueIsClippedToTheVcpusThenInForce() {
    Samples samples = Samples.cpuPercent(20).flat(10).at(days(5), 130);
    var demand = Readings.cpu(Readings.read(machine(), samples));
    assertThat(demand.value()).isEqualTo(new VCpus(8));
  }

  @Test
  void aSharedCoreIsTakenRaw() {
    // 1000 % of a quarter core is 2.5 vCPU, more than the 2 the guest sees
    Samples samples = Samples.cpuPercent(20).flat(10).at(days(5), 1000);
    var demand = Readings.cpu(Readings.read(Machines.gce("e2-micro"), samples));
    assertThat(demand.value()).isEqualTo(new VCpus(2.5));
  }

  @Test
  void slotsAfterAStartDoNotSetThePeak() {
    Samples samples = Samples.cpuVcpus(20).flat(1).from(days(5), 3, 3).at(days(4), 2);
    Instant launch = END.minus(days(5));
    var settled = Readings.cpu(Readings.read(machine().launched(launch), samples));
    assertThat(settled.value()).isEqualTo(new VCpus(2));
    // a slot that starts 15 minutes after it counts
    var later = Readings.cpu(Readings.read(machine().launched(launch.minusSeconds(300)), samples));
    assertThat(later.value()).isEqualTo(new VCpus(3));
  }

  @Test
  void namedPeaksCountHoweverShortTheLookBack() {
    Instant monthEnd = END.minus(days(80));
    Samples samples = Samples.cpuVcpus(90).flat(1).at(days(80).minusHours(3), 3).at(days(50), 5);
    Policies policy =
        Policies.peakPlusHalf().calendar(Calendars.empty().keeping("month end", monthEnd, DAY));
    var demand = Readings.cpu(Readings.read(policy, machine(), samples));
    assertThat(demand.value()).isEqualTo(new VCpus(3));
    assertThat(demand.peak()).isEqualTo(new VCpus(3));
    assertThat(demand.evidence().namedPeak()).contains("month end");
    assertThat(demand.evidence().at()).isEqualTo(END.minus(days(80)).plus(Duration.ofHours(3)));
  }

  @Test
  void aSmallerNamedPeakChangesNothing() {
    Samples samples = Samples.cpuVcpus(90).flat(1).at(days(80), 3).at(days(20), 4);
    Policies policy =
        Policies.peakPlusHalf()
            .calendar(Calendars.empty().keeping("month end", END.minus(days(80)), DAY));
    var demand = Readings.cpu(Readings.read(policy, machine(), samples));
    assertThat(demand.value()).isEqualTo(new VCpus(4));
    assertThat(demand.evidence().namedPeak()).isEmpty();
  }

  @Test
  void aPercentileDoesNotForgetANamedPeakInTheWindow() {
    Samples samples = Samples.cpuVcpus(20).flat(1).at(days(10), 4).at(days(5), 5);
    Policies policy =
        statistic(percentile(95))
            .calendar(Calendars.empty().keeping("training", END.minus(days(10)), DAY));
    var demand = Readings.cpu(Readings.read(policy, machine(), samples));
    assertThat(demand.value()).isEqualTo(new VCpus(4));
    assertThat(demand.evidence().namedPeak()).contains("training");
    assertThat(demand.peak()).isEqualTo(new VCpus(5));
  }

  @Test
  void aDailyPeakDoesNotForgetANamedPeakInTheWindow() {
    Samples samples = Samples.cpuVcpus(20).flat(1).at(days(10), 4).at(days(5), 5);
    Policies policy =
        statistic(new Statistic.DailyPeak(3))
            .calendar(Calendars.empty().keeping("training", END.minus(days(10)), DAY));
    assertThat(Readings.cpu(Readings.read(policy, machine(), samples)).value())
        .isEqualTo(new VCpus(4));
  }

  @Test
  void aNamedTimeEndsBeforeItsEnd() {
    Policies policy =
        statistic(percentile(95))
            .calendar(
                Calendars.empty().keeping("training", END.minus(days(10)), Duration.ofMinutes(10)));
    // slots of the training start 0 and 5 minutes after its start, not 10 nor −5
    Samples samples =
        Samples.cpuVcpus(20)
            .flat(1)
            .at(days(10).plusMinutes(5), 6)
            .at(days(10), 3)
            .at(days(10).minusMinutes(5), 4)
            .at(days(10).minusMinutes(10), 5);
    assertThat(Readings.cpu(Readings.read(policy, machine(), samples)).value())
        .isEqualTo(new VCpus(4));
  }

  @Test
  void memoryIsClippedToTheMemoryThenInForce() {
    Samples samples = Samples.memoryMib(20).flat(1000).at(days(5), 32768);
    assertThat(Readings.memory(Readings.read(machine(), samples)).value())
        .isEqualTo(new Mebibytes(32768));
  }

  @Test
  void withoutASlotThatMayCountThereIsNoStatistic() {
    Samples samples = Samples.cpuVcpus(0.01).flat(1);
    // two slots, both within 15 minutes of the launch
    var demand =
        Readings.read(machine().launched(END.minus(Duration.ofMinutes(14))), samples)
            .demands()
            .cpu();
    assertThat(demand.observed()).isEmpty();
    assertThat(demand.<String>match(found -> "", missing -> missing.why()))
        .isEqualTo("no CPU sample in the look-back window");
  }

  @Test
  void everyStatisticIsOfVcpusWhateverTheUnit() {
    // 37.5 % of eight vCPUs, on the last day
    Samples samples = Samples.cpuPercent(20).flat(12.5).at(Duration.ofHours(3), 37.5);
    assertThat(daily(1, samples)).isEqualTo(new VCpus(3));
    assertThat(daily(2, samples)).isEqualTo(new VCpus(1));
    assertThat(Readings.cpu(Readings.read(statistic(percentile(50)), machine(), samples)).value())
        .isEqualTo(new VCpus(1));
  }
}
