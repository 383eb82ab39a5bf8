package io.headroom.engine.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Limits;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.policy.Statistic;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.unit.DataRate;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.OperationRate;
import io.headroom.model.unit.Percentile;
import io.headroom.model.verdict.PerformanceRisk;
import io.headroom.testing.Hosts;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import io.headroom.testing.Types;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Risks of types for an m5.2xlarge (8 vCPUs, 32 GiB). Maxima of one minute are used where the label
 * of a mean would add 1. 20 days have 5,760 slots, 1 % of which are 57.6.
 */
class RiskAssessorTest {

  private static final Duration SOME_DAYS = Duration.ofDays(9);

  /** A machine with detailed monitoring, so that its maxima are maxima of a minute. */
  private static InstanceBuilder machine() {
    return Machines.ec2("m5.2xlarge").samplingPeriod(Duration.ofMinutes(1));
  }

  private static Policies ofMaxima() {
    return Policies.peakPlusHalf()
        .cpu(new Statistic.Peak(), SampleSeries.MAXIMUM, Headroom.NONE)
        .memory(new Statistic.Peak(), SampleSeries.MAXIMUM, Headroom.ofPercent(50));
  }

  private static PerformanceRisk risk(Needs needs, Types type) {
    Need need = needs.need();
    InstanceType found = type.type();
    return new RiskAssessor(need.analysis(), need.sizing())
        .assess(found, need.sizing().fit(found.sustained(), found.memory()));
  }

  private static Types type(double vcpus, double mib) {
    return Types.ec2("m6a.size", vcpus, mib);
  }

  private static PerformanceRisk risk(int level, String dimension) {
    return new PerformanceRisk(level, Optional.of(dimension));
  }

  private static final PerformanceRisk NONE = new PerformanceRisk(0, Optional.empty());

  private static Samples cpuMax() {
    return Samples.of(Metric.CPU_UTILIZATION_MAX, SampleUnit.VCPUS, 20).flat(0.5);
  }

  private static Samples memoryMax(double mib) {
    return Samples.of(Metric.MEMORY_USED_MAX, SampleUnit.MIB, 20).flat(mib);
  }

  /** Peak over the capacity of 4 vCPUs. */
  @ParameterizedTest
  @CsvSource({"3.2, 0", "3.21, 1", "3.8, 1", "3.81, 2", "4, 2", "4.1, 3"})
  void cpuRiskFollowsThePeak(double peak, int level) {
    Needs needs = Needs.of(machine(), cpuMax().at(SOME_DAYS, peak)).policy(ofMaxima());
    assertThat(risk(needs, type(4, 8192)).level()).isEqualTo(level);
  }

  @Test
  void moreThanOnePercentOfTheSlotsAboveIsTheHighest() {
    assertThat(
            risk(
                Needs.of(machine(), cpuMax().from(SOME_DAYS, 57, 4.1)).policy(ofMaxima()),
                type(4, 8192)))
        .isEqualTo(risk(3, "CPU"));
    assertThat(
            risk(
                Needs.of(machine(), cpuMax().from(SOME_DAYS, 58, 4.1)).policy(ofMaxima()),
                type(4, 8192)))
        .isEqualTo(risk(4, "CPU"));
  }

  @Test
  void aMeanIsALowerBoundAndAddsOne() {
    Needs means = Needs.of(machine(), Samples.cpuVcpus(20).flat(0.5));
    assertThat(risk(means, type(4, 8192))).isEqualTo(risk(1, "CPU"));
    Needs maxima = Needs.of(machine(), cpuMax()).policy(ofMaxima());
    assertThat(risk(maxima, type(4, 8192))).isEqualTo(NONE);
  }

  @Test
  void aMomentaryMaximumAboveTheCapacityIsARisk() {
    // means of at most half of 4 vCPUs, and moments of 4.1
    Needs needs = Needs.of(machine(), Samples.cpuVcpus(20).flat(2), cpuMax().at(SOME_DAYS, 4.1));
    assertThat(risk(needs, type(4, 8192))).isEqualTo(risk(2, "CPU"));
    assertThat(risk(needs, type(5, 8192))).isEqualTo(risk(1, "CPU"));
  }

  @Test
  void aSharedCoreIsHeldToItsSustainedPart() {
    Needs needs = Needs.of(machine(), cpuMax().flat(0.9)).policy(ofMaxima());
    assertThat(risk(needs, Types.gce("e2-medium", 2, 4096).sharedCore(1)))
        .isEqualTo(risk(1, "CPU"));
    assertThat(risk(needs, Types.ec2("t3.medium", 2, 4096).credits(24, 576, 0))).isEqualTo(NONE);
  }

  @Test
  void censoredCpuIsTheHighestWhereItWasCutOffAndAtLeastTwoBeyond() {
    Needs full = Needs.of(Machines.ec2("m5.2xlarge"), Samples.cpuVcpus(20).flat(7.9));
    assertThat(risk(full, type(8, 8192))).isEqualTo(risk(4, "CPU"));
    assertThat(risk(full, type(4, 8192))).isEqualTo(risk(4, "CPU"));
    // 2, and one more for the mean
    assertThat(risk(full, type(16, 8192))).isEqualTo(risk(3, "CPU"));
  }

  @ParameterizedTest
  @CsvSource({"6553, 0", "6554, 1", "7782, 1", "7783, 2", "8192, 2", "8193, 4"})
  void memoryRiskFollowsThePeak(double peak, int level) {
    // 80 % of 8192 are 6553.6, 95 % are 7782.4
    Needs needs = Needs.of(machine(), memoryMax(peak)).policy(ofMaxima());
    assertThat(risk(needs, type(2, 8192)).level()).isEqualTo(level);
  }

  @Test
  void memoryOfMeansAndOfTheAgentsUsedIsALowerBound() {
    assertThat(risk(Needs.of(machine(), Samples.memoryMib(20).flat(1000)), type(2, 8192)))
        .isEqualTo(risk(1, "memory"));
    Needs agent =
        Needs.of(machine().memoryMeasure(MemoryMeasure.AGENT_USED), memoryMax(1000))
            .policy(ofMaxima());
    assertThat(risk(agent, type(2, 8192))).isEqualTo(risk(1, "memory"));
  }

  @Test
  void thePeakCountsHoweverThePolicySizes() {
    // sized for P95, which is 1000; the peak of 7800 is 95.2 % of 8192
    Policies percentile =
        Policies.peakPlusHalf()
            .memory(
                new Statistic.OfPercentile(new Percentile(95)),
                SampleSeries.MAXIMUM,
                Headroom.NONE);
    Needs needs = Needs.of(machine(), memoryMax(1000).at(SOME_DAYS, 7800)).policy(percentile);
    assertThat(risk(needs, type(2, 8192))).isEqualTo(risk(2, "memory"));
  }

  @Test
  void censoredMemoryIsTheHighestWhereItWasCutOffAndAtLeastTwoBeyond() {
    // 95 % of 32768 are 31129.6
    Needs full = Needs.of(machine(), memoryMax(31200)).policy(ofMaxima());
    assertThat(risk(full, type(8, 32768))).isEqualTo(risk(4, "memory"));
    assertThat(risk(full, type(8, 65536))).isEqualTo(risk(2, "memory"));
  }

  @Test
  void memoryIsThatOfTheTypesOwnWorkers() {
    // 5 workers on 8 vCPUs and 1.5 × 4350 = 6525: on 2 vCPUs it stays at 5 and 80 % are 6553.6;
    // on 8 vCPUs 7 more fit the memory at 150 each: 4350 + 7 × 150 = 5400 of 8192, no risk either
    InstanceBuilder machine = machine().host(Hosts.host().web(5).build());
    Needs needs = Needs.of(machine, memoryMax(6500)).policy(ofMaxima()).vcpus(1);
    // 2 of 5 workers fit 8192 ÷ 1.5: 6500 − 14 × 75 is below: holds 0, frees 5 × 75 = 375
    assertThat(risk(needs, type(2, 8192)).level()).isZero();
    assertThat(risk(Needs.of(machine(), memoryMax(6600)).policy(ofMaxima()), type(2, 8192)))
        .isEqualTo(risk(1, "memory"));
  }

  @Test
  void theFirstDimensionWithTheHighestLevelIsNamed() {
    Needs both =
        Needs.of(machine(), cpuMax().at(SOME_DAYS, 3.9), memoryMax(8000)).policy(ofMaxima());
    assertThat(risk(both, type(4, 8192))).isEqualTo(risk(2, "CPU"));
    assertThat(risk(both, type(8, 8192))).isEqualTo(risk(2, "memory"));
  }

  @Test
  void networkAndDiskThatDoNotFitAreTheHighest() {
    Samples network =
        Samples.of(Metric.NETWORK_OUT, SampleUnit.BYTES_PER_SECOND, 20)
            .flat(100)
            .at(SOME_DAYS, 900);
    assertThat(limited(network, limits(100, 900, 1, 1))).isEqualTo(NONE);
    assertThat(limited(network, limits(99, 900, 1, 1))).isEqualTo(risk(4, "network"));
    assertThat(limited(network, limits(100, 899, 1, 1))).isEqualTo(risk(4, "network"));
    assertThat(limited(network, Limits.UNKNOWN)).isEqualTo(NONE);
    Samples disk = Samples.of(Metric.DISK_THROUGHPUT, SampleUnit.BYTES_PER_SECOND, 20).flat(100);
    assertThat(limited(disk, limits(1, 1, 99, 99))).isEqualTo(risk(4, "disk throughput"));
    assertThat(limited(disk, limits(1, 1, 100, 100))).isEqualTo(NONE);
    Samples iops = Samples.of(Metric.DISK_IOPS, SampleUnit.PER_SECOND, 20).flat(100);
    assertThat(limited(iops, limits(1, 1, 99, 99))).isEqualTo(risk(4, "disk operations"));
    assertThat(limited(iops, limits(1, 1, 100, 100))).isEqualTo(NONE);
  }

  private static PerformanceRisk limited(Samples samples, Limits limits) {
    return risk(Needs.of(machine(), samples), type(4, 8192).limits(limits));
  }

  private static Limits limits(double network, double networkBurst, double disk, double burst) {
    return new Limits(
        Optional.of(new DataRate(network)),
        Optional.of(new DataRate(networkBurst)),
        Optional.of(new DataRate(disk)),
        Optional.of(new DataRate(burst)),
        Optional.of(new OperationRate(disk)),
        Optional.of(new OperationRate(burst)),
        OptionalInt.empty());
  }

  @Test
  void whatIsNotKnownIsNoRisk() {
    assertThat(risk(Needs.of(machine()), type(1, 512))).isEqualTo(NONE);
  }
}
