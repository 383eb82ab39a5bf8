package io.headroom.engine.verdict;

import static io.headroom.testing.Judged.notices;
import static io.headroom.testing.Judged.options;
import static io.headroom.testing.Judged.recommended;
import static io.headroom.testing.Judged.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.model.catalog.Offering;
import io.headroom.model.demand.Required;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.InstanceState;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.MemoryPool;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.policy.Growth;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.policy.Statistic;
import io.headroom.model.policy.StepLimit;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.Utilization;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.LimitedBy;
import io.headroom.model.verdict.NoticeKind;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.PerformanceRisk;
import io.headroom.model.verdict.Verdict;
import io.headroom.model.verdict.WorkerAdvice;
import io.headroom.testing.Hosts;
import io.headroom.testing.Judged;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import io.headroom.testing.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Prices of a month are an hour's × 730. */
class JudgeTest {

  private static final Offering M5_LARGE = Types.ec2("m5.large", 2, 8192).at("0.1");
  private static final Offering M5_XLARGE = Types.ec2("m5.xlarge", 4, 16384).at("0.2");
  private static final Offering M5_2XLARGE = Types.ec2("m5.2xlarge", 8, 32768).at("0.4");
  private static final Offering M5_4XLARGE = Types.ec2("m5.4xlarge", 16, 65536).at("0.8");
  private static final Offering C5_XLARGE = Types.ec2("c5.xlarge", 4, 8192).at("0.17");
  private static final Offering R5_LARGE = Types.ec2("r5.large", 2, 16384).at("0.126");

  private static Judged judged(InstanceBuilder machine) {
    return Judged.of(machine)
        .among(M5_LARGE, M5_XLARGE, M5_2XLARGE, M5_4XLARGE, C5_XLARGE, R5_LARGE);
  }

  private static Judged xlarge() {
    return judged(Machines.ec2("m5.xlarge"));
  }

  private static Required required(Verdict verdict) {
    return verdict.required().orElseThrow();
  }

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

  // under-provisioned: a dimension is short

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

  private static Instant ago(int days) {
    return Machines.AS_OF.minus(Duration.ofDays(days));
  }

  private static InstanceBuilder changed(TypeChange... changes) {
    return Instance.builder(
        "i-1",
        new Placement(Provider.AWS, "1", "us-east-1", Optional.of("us-east-1a")),
        new TypeHistory(changes[changes.length - 1].instanceType(), List.of(changes)));
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

  @Test
  void fiveOptionsAreShownAndAllAreFallbacks() {
    Offering[] types = new Offering[8];
    types[0] = M5_XLARGE;
    for (int size = 1; size < types.length; size++) {
      types[size] = Types.ec2("m5.size" + size, 2, 8192).at("0.1" + size);
    }
    Verdict verdict =
        Judged.of(Machines.ec2("m5.xlarge")).among(types).cpu(1).memory(4000).verdict();
    assertThat(verdict.options())
        .extracting(Option::instanceType)
        .containsExactly("m5.size1", "m5.size2", "m5.size3", "m5.size4", "m5.size5");
    assertThat(verdict.fallbacks())
        .containsExactly("m5.size2", "m5.size3", "m5.size4", "m5.size5", "m5.size6", "m5.size7");
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

  // steps

  @Test
  void oneStepAtMostHalvesTheMemoryAndTheDestinationIsShown() {
    Verdict verdict = judged(Machines.ec2("m5.4xlarge")).cpu(1).memory(4000).verdict();
    assertThat(recommended(verdict)).isEqualTo("m5.2xlarge 292.00");
    assertThat(verdict.destination().map(Judged::priced)).contains("m5.large 73.00");
    assertThat(refusals(verdict)).containsEntry("m5.xlarge", "below half of present memory");
    Verdict atOnce =
        judged(Machines.ec2("m5.4xlarge"))
            .cpu(1)
            .memory(4000)
            .policy(Policies.peakPlusHalf().step(StepLimit.NONE))
            .verdict();
    assertThat(recommended(atOnce)).isEqualTo("m5.large 73.00");
    assertThat(atOnce.destination()).isEmpty();
  }

  @Test
  void aCustomShapeMayBeTheDestination() {
    // needs 1.5 × 3000 = 4500 MiB, the half floor 8192; no predefined type lies between
    Verdict verdict = Judged.of(Machines.gce("n2-highmem-2")).cpu(1.5).memory(3000).verdict();
    assertThat(recommended(verdict)).isEqualTo("n2-standard-2 56.73");
    // (2 × 0.03319155 + 4.5 × 0.00444885) × 730 × 0.8
    assertThat(verdict.destination().map(Judged::priced)).contains("n2-custom-2-4608 50.46");
    assertThat(refusals(verdict)).containsEntry("n2-custom-2-4608", "below half of present memory");
  }

  @Test
  void theLastStepHasNoDestinationBeyondIt() {
    assertThat(xlarge().cpu(1).memory(4000).verdict().destination()).isEmpty();
  }

  @Test
  void aShortHistoryTakesOneSizeAtMost() {
    // half of the memory is 8192, half of the vCPUs 4; c5.large has 2
    Offering present = Types.ec2("c5.2xlarge", 8, 16384).at("0.34");
    Offering[] types = {
      present,
      Types.ec2("m5.large", 2, 8192).at("0.096"),
      Types.ec2("c5.xlarge", 4, 8192).at("0.17")
    };
    Judged machine = Judged.of(Machines.ec2("c5.2xlarge")).among(types);
    assertThat(recommended(machine.days(20).cpu(1).memory(4000).verdict()))
        .isEqualTo("c5.xlarge 124.10");
    Judged longer = Judged.of(Machines.ec2("c5.2xlarge")).among(types);
    assertThat(recommended(longer.days(42).cpu(1).memory(4000).verdict()))
        .isEqualTo("m5.large 70.08");
  }

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

  // workers

  @Test
  void workersOfTheRecommendedTypeAreAdvised() {
    WorkerAdvice advice =
        judged(Machines.ec2("m5.xlarge").host(Hosts.host().web(5).build()))
            .cpu(1)
            .memory(4000)
            .verdict()
            .workers()
            .orElseThrow();
    // m5.large: floor(2 × 2) + 1 = 5
    assertThat(advice.recommended()).isEqualTo(5);
    assertThat(advice.limitedBy()).isEqualTo(LimitedBy.VCPU);
  }

  @Test
  void workersOfTheTypeThatStaysAreAdvised() {
    WorkerAdvice advice =
        judged(Machines.ec2("m5.xlarge").host(Hosts.host().web(5).build()))
            .cpu(3)
            .memory(9000)
            .verdict()
            .workers()
            .orElseThrow();
    // floor(2 × 4) + 1
    assertThat(advice.recommended()).isEqualTo(9);
  }

  @Test
  void workersThatDoNotFitOnATypeThatStaysAreLeftAsTheyAre() {
    // growth on pressure only: 1.5 × 15000 is no reason, and the peak fits, but the arithmetic of
    // headroom leaves no room for the workers there are
    WorkerAdvice advice =
        judged(Machines.ec2("m5.xlarge").host(Hosts.host().web(5).build()))
            .cpu(3)
            .memory(15_000)
            .policy(Policies.peakPlusHalf().growth(Growth.ON_PRESSURE))
            .verdict()
            .workers()
            .orElseThrow();
    assertThat(advice.recommended()).isEqualTo(5);
    assertThat(advice.limitedBy()).isEqualTo(LimitedBy.UNCHANGED);
  }

  // projected utilization

  @Test
  void optionsSayHowFullTheyWouldBe() {
    Option option =
        xlarge()
            .with(Samples.cpuVcpus(42).flat(0.5).at(Duration.ofDays(2), 1.5))
            .with(Samples.memoryMib(42).flat(4096))
            .verdict()
            .options()
            .get(0);
    assertThat(option.instanceType()).isEqualTo("m5.large");
    assertThat(option.projected().cpuPeak()).contains(Utilization.ofPercent(75));
    // 12095 slots at 0.5 and one at 1.5, of 2
    assertThat(option.projected().cpuMean().orElseThrow().fraction())
        .isCloseTo(0.25, within(0.0001));
    assertThat(option.projected().memoryPeak()).contains(Utilization.ofPercent(50));
  }

  @Test
  void whatWasNotCollectedIsNotProjected() {
    Verdict verdict = xlarge().cpu(1).verdict();
    assertThat(recommended(verdict)).isEqualTo("r5.large 91.98");
    assertThat(verdict.options().get(0).projected().memoryPeak()).isEmpty();
    assertThat(verdict.options().get(0).projected().cpuPeak()).contains(Utilization.ofPercent(50));
  }
}
