package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.demand.Demand;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.policy.Statistic;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.NoticeKind;
import io.headroom.testing.Calendars;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CpuDemandReaderTest {

  private static final int DAYS = 20;
  private static final Duration FIVE_DAYS = Duration.ofDays(5);

  private static InstanceBuilder m5() {
    return Machines.ec2("m5.xlarge");
  }

  private static Samples means() {
    return Samples.cpuPercent(DAYS).flat(10).at(FIVE_DAYS, 35);
  }

  private static Samples maxima() {
    return Samples.of(Metric.CPU_UTILIZATION_MAX, SampleUnit.PERCENT, DAYS)
        .flat(20)
        .at(Duration.ofDays(4), 90);
  }

  private static Policies ofMaxima() {
    return Policies.peakPlusHalf().cpu(new Statistic.Peak(), SampleSeries.MAXIMUM, Headroom.NONE);
  }

  @Test
  void readsTheMeansAndShowsTheMomentaryMaximum() {
    Demand.Observed<VCpus> demand = Readings.cpu(Readings.read(m5(), means(), maxima()));
    // 35 % and 90 % of 4 vCPUs
    assertThat(demand.value()).isEqualTo(new VCpus(1.4));
    assertThat(demand.peak()).isEqualTo(new VCpus(1.4));
    assertThat(demand.momentary()).contains(new VCpus(3.6));
    assertThat(demand.mean()).isEqualTo(new VCpus(0.4002)); // 0.4 + 1 / 5760
    assertThat(demand.mayReduce()).isTrue();
    assertThat(demand.evidence().history()).isEqualTo(Duration.ofDays(DAYS));
    assertThat(demand.evidence().resolution().label()).isEqualTo("mean_of_300s");
  }

  @Test
  void detailedMonitoringGivesTheSameDemand() {
    Samples basic = Samples.cpuPercent(DAYS).flat(10).from(FIVE_DAYS, 1, 30);
    // five minutes of which one is at 70 % and four at 20 %: 30 % again
    Samples detailed =
        Samples.of(Metric.CPU_UTILIZATION_AVG, SampleUnit.PERCENT, DAYS, 60)
            .flat(10)
            .from(FIVE_DAYS, 5, 20)
            .at(FIVE_DAYS, 70);
    assertThat(Readings.cpu(Readings.read(m5(), detailed)))
        .isEqualTo(Readings.cpu(Readings.read(m5(), basic)));
  }

  @Test
  void readsTheMaximaIfThePolicySaysSo() {
    Demand.Observed<VCpus> demand =
        Readings.cpu(Readings.read(ofMaxima(), m5(), means(), maxima()));
    assertThat(demand.value()).isEqualTo(new VCpus(3.6));
    assertThat(demand.momentary()).isEmpty();
    // the mean is still that of the means
    assertThat(demand.mean()).isEqualTo(new VCpus(0.4002));
    assertThat(Readings.cpu(Readings.read(ofMaxima(), m5(), means())).value())
        .isEqualTo(new VCpus(1.4));
  }

  @Test
  void readsTheMaximaIfNothingElseIsThere() {
    Demand.Observed<VCpus> demand = Readings.cpu(Readings.read(m5(), maxima()));
    assertThat(demand.value()).isEqualTo(new VCpus(3.6));
    assertThat(demand.mean()).isEqualTo(new VCpus(0.8005)); // 0.8 + 2.8 / 5760
  }

  @Test
  void theLabelFollowsTheSampling() {
    // basic monitoring: the Maximum of five minutes is a mean of five minutes
    assertThat(label(m5(), maxima())).isEqualTo("mean_of_300s");
    assertThat(label(m5().samplingPeriod(Duration.ofMinutes(1)), maxima())).isEqualTo("max_of_60s");
    assertThat(label(Machines.gce("e2-standard-4"), maxima())).isEqualTo("max_of_60s");
    Samples minutes = Samples.of(Metric.CPU_UTILIZATION_MAX, SampleUnit.PERCENT, DAYS, 60);
    assertThat(label(Machines.gce("e2-standard-4"), minutes)).isEqualTo("mean_of_60s");
    Samples hours = Samples.of(Metric.CPU_UTILIZATION_AVG, SampleUnit.PERCENT, DAYS, 3600);
    assertThat(label(m5(), hours)).isEqualTo("mean_of_3600s");
  }

  private static String label(InstanceBuilder machine, Samples samples) {
    return Readings.cpu(Readings.read(ofMaxima(), machine, samples))
        .evidence()
        .resolution()
        .label();
  }

  @Test
  void theCoarsestPartGivesTheLabel() {
    Samples hours = Samples.of(Metric.CPU_UTILIZATION_AVG, SampleUnit.PERCENT, 1, 3600).flat(1);
    Samples old =
        Samples.from(
            Metric.CPU_UTILIZATION_AVG,
            SampleUnit.PERCENT,
            Machines.AS_OF.minus(Duration.ofDays(10)),
            100);
    assertThat(Readings.cpu(Readings.read(m5(), old, hours)).evidence().resolution().label())
        .isEqualTo("mean_of_3600s");
  }

  @Test
  void utilizationOfAGceMachineIsOfItsReservedCores() {
    Samples reserved = Samples.of(Metric.CPU_RESERVED, SampleUnit.VCPUS, DAYS).flat(0.25);
    Samples utilization =
        Samples.of(Metric.CPU_UTILIZATION_AVG, SampleUnit.FRACTION, DAYS)
            .flat(0.1)
            .at(FIVE_DAYS, 3.2);
    DemandAnalysis analysis = Readings.read(Machines.gce("e2-micro"), utilization, reserved);
    assertThat(Readings.cpu(analysis).value()).isEqualTo(new VCpus(0.8));
    // reserved cores prove the type
    assertThat(Readings.notices(analysis, NoticeKind.TYPE_ASSUMED)).isEmpty();
  }

  @Test
  void withoutReservedCoresASharedCoreIsRelativeToItsSustainedPart() {
    Samples utilization =
        Samples.of(Metric.CPU_UTILIZATION_AVG, SampleUnit.FRACTION, DAYS)
            .flat(0.1)
            .at(FIVE_DAYS, 3.2);
    assertThat(Readings.cpu(Readings.read(Machines.gce("e2-micro"), utilization)).value())
        .isEqualTo(new VCpus(0.8));
  }

  @Test
  void withoutAMetricItIsNotCollected() {
    DemandAnalysis analysis = Readings.read(m5(), Samples.memoryMib(DAYS));
    assertThat(analysis.demands().cpu().<String>match(found -> "", Demand.NotCollected::why))
        .isEqualTo("no CPU metric");
    assertThat(analysis.cpu().means()).isEmpty();
    assertThat(analysis.cpu().cutOffAt()).isEmpty();
    assertThat(analysis.cpu().boundByThreads()).isEmpty();
  }

  @Test
  void moreThanAllVcpusIsNoticedOnce() {
    Samples boosted = means().from(FIVE_DAYS, 2, 104);
    assertThat(Readings.notices(Readings.read(m5(), boosted), NoticeKind.CPU_ABOVE_CAPACITY))
        .containsExactly("CPU above 100 % in 2 slots; they count as saturated");
    assertThat(
            Readings.notices(
                Readings.read(m5(), means().from(FIVE_DAYS, 9, 100)),
                NoticeKind.CPU_ABOVE_CAPACITY))
        .isEmpty();
  }

  @Test
  void aSharedCoreAboveItsShareIsNothingSpecial() {
    Samples bursting = Samples.cpuPercent(DAYS).flat(300);
    assertThat(
            Readings.notices(
                Readings.read(Machines.gce("e2-micro"), bursting), NoticeKind.CPU_ABOVE_CAPACITY))
        .isEmpty();
  }

  // the fixtures' end, 2026-07-20, has a month end (30 June) 20 days before it

  @Test
  void aMonthEndIsItsLastDay() {
    assertThat(monthEndSeen(Calendars.empty(), 20)).isTrue();
    assertThat(monthEndSeen(Calendars.empty(), 19)).isFalse();
  }

  @Test
  void aGapOnTheLastDayHidesTheMonthEnd() {
    Samples gap = Samples.cpuPercent(30).flat(10).gap(Duration.ofDays(20), 288);
    assertThat(Readings.read(m5(), gap).cpu().monthEndSeen()).isFalse();
    Samples oneSlot = Samples.cpuPercent(30).flat(10).gap(Duration.ofDays(20), 287);
    assertThat(Readings.read(m5(), oneSlot).cpu().monthEndSeen()).isTrue();
  }

  @Test
  void monthsEndByTheCalendarsClock() {
    // samples from 30 June 23:00 UTC on: it is 1 July in Kolkata, and still 30 June in New York
    double days = 19 + 1.0 / 24;
    assertThat(monthEndSeen(Calendars.empty(), days)).isTrue();
    assertThat(monthEndSeen(Calendars.empty().in("Asia/Kolkata"), days)).isFalse();
    assertThat(monthEndSeen(Calendars.empty().in("America/New_York"), 19)).isTrue();
  }

  private static boolean monthEndSeen(Calendars calendar, double days) {
    return Readings.read(
            Policies.peakPlusHalf().calendar(calendar), m5(), Samples.cpuPercent(days).flat(10))
        .cpu()
        .monthEndSeen();
  }

  @Test
  void windowsLeftOutAreCutFromTheDemand() {
    Instant migration = Machines.AS_OF.minus(FIVE_DAYS);
    Policies policy =
        Policies.peakPlusHalf()
            .calendar(Calendars.empty().leavingOut("migration", migration, Duration.ofHours(1)));
    Samples samples = Samples.cpuPercent(DAYS).flat(10).from(FIVE_DAYS, 12, 70);
    DemandAnalysis analysis = Readings.read(policy, m5(), samples);
    assertThat(Readings.cpu(analysis).value()).isEqualTo(new VCpus(0.4));
    assertThat(Readings.cpu(analysis).coverage().fraction()).isEqualTo(1);
    assertThat(Readings.notices(analysis, NoticeKind.LEFT_OUT))
        .containsExactly("left out: migration, 2026-07-15T00:00:00Z to 2026-07-15T01:00:00Z");
  }
}
