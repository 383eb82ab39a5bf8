package io.headroom.engine;

import static io.headroom.testing.Judged.notices;
import static io.headroom.testing.Judged.options;
import static io.headroom.testing.Judged.recommended;
import static io.headroom.testing.Judged.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.engine.candidate.CandidateTable;
import io.headroom.model.catalog.Offering;
import io.headroom.model.demand.Demand;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceState;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.policy.Statistic;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.Percentile;
import io.headroom.model.unit.Utilization;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.NoticeKind;
import io.headroom.model.verdict.Verdict;
import io.headroom.testing.Calendars;
import io.headroom.testing.Judged;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Regions;
import io.headroom.testing.Samples;
import io.headroom.testing.Types;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whole machines, from samples to verdict, on the bundled catalog. */
class SizingEngineTest {

  private static final Duration TEN_DAYS = Duration.ofDays(10);

  private static Judged ec2(String type) {
    return Judged.of(Machines.ec2(type));
  }

  private static VCpus cpu(Verdict verdict) {
    return verdict.required().orElseThrow().vcpus();
  }

  private static Mebibytes memory(Verdict verdict) {
    return verdict.required().orElseThrow().memory();
  }

  private static Demand.Observed<Mebibytes> memoryDemand(Verdict verdict) {
    return verdict.demand().orElseThrow().memory().observed().orElseThrow();
  }

  private static Demand.Observed<VCpus> cpuDemand(Verdict verdict) {
    return verdict.demand().orElseThrow().cpu().observed().orElseThrow();
  }

  // missing data

  @Test
  void withoutAnySampleNothingIsSaidAndNothingIsZero() {
    Verdict verdict = ec2("m5.xlarge").verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.INSUFFICIENT_DATA);
    assertThat(verdict.reasons()).containsExactly(FindingReason.CPU_NOT_COLLECTED);
    assertThat(verdict.recommended()).isEmpty();
    assertThat(cpu(verdict)).isEqualTo(new VCpus(4));
    assertThat(memory(verdict)).isEqualTo(new Mebibytes(16_384));
    assertThat(verdict.demand().orElseThrow().cpu().observed()).isEmpty();
    assertThat(verdict.demand().orElseThrow().memory().observed()).isEmpty();
    assertThat(verdict.current().price().orElseThrow().rounded()).isEqualTo("140.16");
  }

  @Test
  void gapsAloneAreNoData() {
    Verdict verdict =
        ec2("m5.xlarge")
            .with(Samples.cpuVcpus(42).flat(Series.gap()))
            .with(Samples.memoryMib(42).flat(Series.gap()))
            .verdict();
    assertThat(verdict.reasons()).containsExactly(FindingReason.CPU_NOT_COLLECTED);
    assertThat(notices(verdict, NoticeKind.NOT_COLLECTED))
        .containsExactly(
            "CPU is not collected, so it is kept: no CPU sample in the look-back window",
            "memory is not collected, so it is kept: no memory sample in the look-back window");
  }

  @Test
  void withoutAMemoryMetricTheMemoryStays() {
    Verdict verdict = ec2("m5.xlarge").cpu(1).verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.OVER_PROVISIONED);
    assertThat(verdict.reasons()).containsExactly(FindingReason.CPU_OVER_PROVISIONED);
    assertThat(memory(verdict)).isEqualTo(new Mebibytes(16_384));
    // 0.1134 × 730: the cheapest with 16 GiB
    assertThat(recommended(verdict)).isEqualTo("r6a.large 82.78");
    assertThat(verdict.options())
        .allMatch(option -> option.offering().type().memory().covers(new Mebibytes(16_384)));
    assertThat(refusals(verdict))
        .containsEntry("m6a.large", "short of memory: 8 GiB, needs 16 GiB");
  }

  @Test
  void incompleteMemoryDoesNotShrink() {
    // 42 days with every fourth slot missing: 75 % of the samples, 80 % needed
    Verdict verdict =
        ec2("m5.xlarge")
            .cpu(1)
            .with(Samples.memoryMib(42).each(slot -> slot % 4 == 0 ? Series.gap() : 4000))
            .verdict();
    assertThat(memory(verdict)).isEqualTo(new Mebibytes(16_384));
    assertThat(recommended(verdict)).isEqualTo("r6a.large 82.78");
    assertThat(notices(verdict, NoticeKind.NOT_REDUCED))
        .containsExactly("memory is kept: only 75 % of the samples, 80 % needed to reduce");
  }

  @Test
  void incompleteCpuDoesNotShrink() {
    Verdict verdict =
        ec2("m5.xlarge")
            .with(Samples.cpuVcpus(42).each(slot -> slot % 4 == 0 ? Series.gap() : 1))
            .memory(4000)
            .verdict();
    assertThat(cpu(verdict)).isEqualTo(new VCpus(4));
    assertThat(verdict.reasons()).containsExactly(FindingReason.MEMORY_OVER_PROVISIONED);
  }

  @Test
  void censoredMemoryNeverShrinksAndGrowsWhenItIsOften() {
    Samples often = Samples.memoryMib(42).flat(15_900);
    assertThat(ec2("m5.xlarge").cpu(1).with(often).verdict().finding())
        .isEqualTo(Finding.UNDER_PROVISIONED);
    // three slots in a row on one day: 15 minutes of 42 days
    Samples rarely = Samples.memoryMib(42).flat(4000).from(TEN_DAYS, 3, 15_900);
    Verdict kept = ec2("m5.xlarge").cpu(1).with(rarely).verdict();
    assertThat(memoryDemand(kept).mayReduce()).isFalse();
    // 1.5 × 15900: the headroom on what was seen makes it short all the same
    assertThat(memory(kept)).isEqualTo(new Mebibytes(23_850));
    assertThat(kept.reasons()).containsExactly(FindingReason.MEMORY_SHORT_OF_HEADROOM);
  }

  @Test
  void aDatabaseKeepsTheMemoryThatItsAgentDoesNotSee() {
    Verdict verdict =
        Judged.of(
                Machines.ec2("m5.xlarge")
                    .name("postgres-primary")
                    .memoryMeasure(MemoryMeasure.AGENT_USED))
            .cpu(1)
            .memory(4000)
            .verdict();
    assertThat(memory(verdict)).isEqualTo(new Mebibytes(16_384));
    assertThat(notices(verdict, NoticeKind.EXCLUDES_SHARED_MEMORY)).hasSize(1);
    assertThat(notices(verdict, NoticeKind.NOT_REDUCED)).hasSize(1);
  }

  // what cannot be judged

  @Test
  void aStoppedMachineIsExcluded() {
    Verdict verdict =
        Judged.of(Machines.ec2("m5.xlarge").state(InstanceState.STOPPED))
            .cpu(1)
            .memory(4000)
            .verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.EXCLUDED);
    assertThat(verdict.reasons()).containsExactly(FindingReason.STOPPED);
    assertThat(verdict.recommended()).isEmpty();
  }

  @Test
  void anUnknownTypeIsSaidSo() {
    Verdict verdict = ec2("m99.xlarge").cpu(1).memory(4000).verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.INSUFFICIENT_DATA);
    assertThat(verdict.reasons()).containsExactly(FindingReason.UNKNOWN_INSTANCE_TYPE);
    assertThat(verdict.policy()).isEqualTo("peak-plus-half");
    assertThat(verdict.current().instanceType()).isEqualTo("m99.xlarge");
  }

  @Test
  void aMachineWithAnAcceleratorKeepsItsType() {
    Verdict verdict = ec2("g5.2xlarge").cpu(1).memory(4000).verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.OPTIMIZED);
    assertThat(verdict.options()).isEmpty();
    assertThat(verdict.excludedByRule()).containsKey("accelerator");
    // judged and shown all the same
    assertThat(cpu(verdict)).isEqualTo(new VCpus(1));
    // short of memory it stays as well, and says that nothing fits
    Verdict shortOfMemory = ec2("g5.2xlarge").cpu(1).memory(30_000).verdict();
    assertThat(shortOfMemory.reasons())
        .containsExactly(FindingReason.MEMORY_SHORT_OF_HEADROOM, FindingReason.NOTHING_FITS);
  }

  // GCE

  @Test
  void aCustomMachineIsSizedAmongCustomShapes() {
    Verdict verdict = Judged.of(Machines.gce("n2-custom-8-20480")).cpu(3.5).memory(8000).verdict();
    // 1.5 × 8000 = 12000, the next of 256 is 12032:
    // (4 × 0.03319155 + 11.75 × 0.00444885) × 730 × 0.8
    assertThat(recommended(verdict)).isEqualTo("n2-custom-4-12032 108.06");
    assertThat(verdict.finding()).isEqualTo(Finding.OVER_PROVISIONED);
    // its own price is derived: (8 × 0.03319155 + 20 × 0.00444885) × 730 × 0.8
    assertThat(verdict.current().price().orElseThrow().rounded()).isEqualTo("207.03");
  }

  @Test
  void anIllegalCustomShapeIsAnUnknownType() {
    assertThat(Judged.of(Machines.gce("n2-custom-3-9216")).cpu(1).verdict().reasons())
        .containsExactly(FindingReason.UNKNOWN_INSTANCE_TYPE);
  }

  @Test
  void aSharedCoreAboveAllOfItsPartIsNoError() {
    // 0.5 is 0.125 cores, 2.0 are 0.5 cores of the 0.25 that an e2-micro sustains
    Verdict verdict =
        Judged.of(Machines.gce("e2-micro"))
            .with(
                Samples.of(Metric.CPU_UTILIZATION_AVG, SampleUnit.FRACTION, 42)
                    .flat(0.5)
                    .at(TEN_DAYS, 2.0))
            .memory(300)
            .verdict();
    assertThat(cpuDemand(verdict).value()).isEqualTo(new VCpus(0.5));
    assertThat(verdict.reasons()).containsExactly(FindingReason.CPU_OVER_CAPACITY);
    assertThat(recommended(verdict)).isEqualTo("e2-small 12.23");
    assertThat(verdict.options().get(0).projected().cpuPeak()).contains(Utilization.ofPercent(100));
    assertThat(notices(verdict, NoticeKind.CPU_ABOVE_CAPACITY)).isEmpty();
  }

  @Test
  void cpuAboveAllVcpusIsClippedAndNoted() {
    Verdict verdict =
        ec2("m5.xlarge")
            .with(Samples.cpuPercent(42).flat(10).at(TEN_DAYS, 120))
            .memory(4000)
            .verdict();
    assertThat(cpuDemand(verdict).value()).isEqualTo(new VCpus(4));
    assertThat(notices(verdict, NoticeKind.CPU_ABOVE_CAPACITY))
        .containsExactly("CPU above 100 % in 1 slots; they count as saturated");
  }

  // burst types

  @Test
  void aThrottledMachineIsNeverMadeSmaller() {
    // the balance is empty on one day only: too rare to grow, enough to keep
    Verdict verdict =
        Judged.of(Machines.ec2("t3.xlarge").creditMode(CreditMode.STANDARD))
            .cpu(0.2, 1.6)
            .memory(2000)
            .with(
                Samples.of(Metric.CPU_CREDIT_BALANCE, SampleUnit.CREDITS, 42)
                    .flat(500)
                    .from(TEN_DAYS, 5, 0))
            .verdict();
    assertThat(cpuDemand(verdict).mayReduce()).isFalse();
    assertThat(cpu(verdict)).isEqualTo(new VCpus(4));
    assertThat(verdict.required().orElseThrow().sustained()).isEqualTo(new VCpus(1.6));
    assertThat(verdict.options())
        .allMatch(option -> option.offering().type().vcpus().covers(new VCpus(4)));
    assertThat(verdict.options())
        .allMatch(option -> option.offering().type().sustained().covers(new VCpus(1.6)));
  }

  @Test
  void aPresentBurstTypePaysForItsSurplus() {
    // t3.medium in unlimited mode at one vCPU: 0.0416 × 730 + (1 − 0.4) × 730 × 0.05
    Verdict verdict =
        Judged.of(Machines.ec2("t3.medium").creditMode(CreditMode.UNLIMITED))
            .with(Samples.cpuVcpus(42).flat(0.99).at(TEN_DAYS, 1))
            .memory(2000)
            .verdict();
    assertThat(verdict.current().price().orElseThrow().amount())
        .isBetween(new BigDecimal("51.8"), new BigDecimal("52.3"));
  }

  // calendar

  @Test
  void aNamedPeakStaysInTheDemandHoweverLongAgo() {
    Instant monthEnd = Machines.AS_OF.minus(Duration.ofDays(60));
    Calendars calendar = Calendars.empty().keeping("year end", monthEnd, Duration.ofDays(1));
    Judged machine =
        ec2("m5.2xlarge")
            .days(70)
            .with(Samples.cpuVcpus(70).flat(0.5).at(Duration.ofDays(60).minusHours(3), 5))
            .memory(4000)
            .policy(Policies.peakPlusHalf().calendar(calendar));
    Verdict verdict = machine.verdict();
    assertThat(cpuDemand(verdict).value()).isEqualTo(new VCpus(5));
    assertThat(notices(verdict, NoticeKind.NAMED_PEAK))
        .containsExactly("CPU demand was set by year end");
    assertThat(cpu(machine.policy(Policies.peakPlusHalf()).verdict())).isEqualTo(new VCpus(0.5));
  }

  @Test
  void aNamedPeakSetsAPercentileToo() {
    Calendars calendar =
        Calendars.empty().keeping("month end", Machines.AS_OF.minus(TEN_DAYS), Duration.ofDays(1));
    Policies median =
        Policies.peakPlusHalf()
            .cpu(new Statistic.OfPercentile(new Percentile(50)), SampleSeries.MEAN, Headroom.NONE);
    Judged machine =
        ec2("m5.2xlarge")
            .with(Samples.cpuVcpus(42).flat(0.5).at(TEN_DAYS.minusHours(3), 5))
            .memory(4000);
    assertThat(cpu(machine.policy(median).verdict())).isEqualTo(new VCpus(0.5));
    assertThat(cpu(machine.policy(median.calendar(calendar)).verdict())).isEqualTo(new VCpus(5));
  }

  @Test
  void windowsLeftOutAreCutAndShown() {
    Instant migration = Machines.AS_OF.minus(TEN_DAYS);
    Calendars calendar = Calendars.empty().leavingOut("migration", migration, Duration.ofHours(6));
    Judged machine =
        ec2("m5.2xlarge")
            .with(Samples.cpuVcpus(42).flat(0.5).from(TEN_DAYS, 72, 7.5))
            .with(Samples.memoryMib(42).flat(4000).from(TEN_DAYS, 72, 30_000));
    Verdict verdict = machine.policy(Policies.peakPlusHalf().calendar(calendar)).verdict();
    assertThat(cpu(verdict)).isEqualTo(new VCpus(0.5));
    assertThat(memory(verdict)).isEqualTo(new Mebibytes(6000));
    assertThat(cpuDemand(verdict).coverage().fraction()).isEqualTo(1);
    assertThat(notices(verdict, NoticeKind.LEFT_OUT))
        .containsExactly("left out: migration, 2026-07-10T00:00:00Z to 2026-07-10T06:00:00Z");
    assertThat(cpu(machine.policy(Policies.peakPlusHalf()).verdict())).isEqualTo(new VCpus(7.5));
  }

  // the type in force

  @Test
  void percentagesBelongToTheTypeThenInForce() {
    // 50 % of eight vCPUs is 4, 50 % of four is 2
    Instance resized =
        Instance.builder(
                "i-1",
                new Placement(Provider.AWS, "1", "us-east-1", Optional.of("us-east-1a")),
                new TypeHistory(
                    "m5.xlarge",
                    List.of(
                        new TypeChange(
                            Machines.AS_OF.minus(Duration.ofDays(400)),
                            "m5.2xlarge",
                            /* madeByHeadroom= */ false),
                        new TypeChange(
                            Machines.AS_OF.minus(Duration.ofDays(20)),
                            "m5.xlarge",
                            /* madeByHeadroom= */ false))))
            .build();
    Verdict verdict =
        SizingEngine.evaluate(
            Machines.observed(resized, Samples.cpuPercent(42).flat(50).series()),
            Policies.peakPlusHalf().build(),
            CandidateTable.of(Regions.ec2()),
            Machines.AS_OF);
    assertThat(cpuDemand(verdict).value()).isEqualTo(new VCpus(4));
    assertThat(notices(verdict, NoticeKind.TYPE_ASSUMED)).isEmpty();
    assertThat(notices(ec2("m5.xlarge").cpu(1).verdict(), NoticeKind.TYPE_ASSUMED)).hasSize(1);
  }

  // prices

  @Test
  void typesWithoutAPriceAreNoCandidates() {
    Offering unpriced = Types.ec2("m6a.large", 2, 8192).unpriced();
    Verdict verdict =
        ec2("m5.xlarge")
            .among(
                unpriced,
                Types.ec2("m5.large", 2, 8192).at("0.096"),
                Types.ec2("m5.xlarge", 4, 16384).at("0.192"))
            .cpu(1)
            .memory(4000)
            .verdict();
    assertThat(options(verdict)).containsExactly("m5.large 70.08");
  }

  @Test
  void theSameMachineGivesTheSameVerdict() {
    assertThat(ec2("m5.xlarge").cpu(1).memory(4000).verdict())
        .isEqualTo(ec2("m5.xlarge").memory(4000).cpu(1).verdict());
  }
}
