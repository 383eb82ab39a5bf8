package io.headroom.engine.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Limits;
import io.headroom.model.machine.AttachedDisk;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.unit.DataRate;
import io.headroom.model.unit.OperationRate;
import io.headroom.model.verdict.Refusal;
import io.headroom.testing.Hosts;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import io.headroom.testing.Types;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CapacityTestTest {

  private static Optional<String> refusal(Needs needs, Types type) {
    return refusal(Machines.ec2("m5.2xlarge"), needs, type.type());
  }

  private static Optional<String> refusal(InstanceBuilder machine, Needs needs, InstanceType type) {
    Need need = needs.need();
    return new CapacityTest(machine.build(), need)
        .refusal(type, need.sizing().fit(type.sustained(), type.memory()))
        .map(Refusal::text);
  }

  private static Samples memory(double peak) {
    return Samples.memoryMib(20).flat(peak);
  }

  private static Types type(double vcpus, double mib) {
    return Types.ec2("m6a.size", vcpus, mib);
  }

  @Test
  void cpuIsTheFirstDimension() {
    Needs needs = Needs.of(memory(5000)).vcpus(2.001);
    assertThat(refusal(needs, type(2, 100))).contains("short of CPU: 2 vCPU, needs 2.001 vCPU");
    assertThat(refusal(needs.vcpus(2), type(2, 8192))).isEmpty();
  }

  @Test
  void aSharedCoreCountsWithItsSustainedPart() {
    Needs needs = Needs.of(memory(100)).vcpus(0.8);
    assertThat(refusal(needs, Types.gce("e2-small", 2, 2048).sharedCore(0.5)))
        .contains("short of CPU: 0.5 vCPU, needs 0.8 vCPU");
    assertThat(refusal(needs, Types.gce("e2-medium", 2, 4096).sharedCore(1))).isEmpty();
  }

  @Test
  void creditsThatRanOutAskForSustainedVcpus() {
    Needs needs = Needs.of(memory(100)).vcpus(2).sustained(0.8);
    assertThat(refusal(needs, Types.t3Medium()))
        .contains("short of sustained CPU: 0.4 vCPU, needs 0.8 vCPU");
    assertThat(refusal(needs, Types.ec2("t3.xl", 2, 4096).credits(48, 99, 0))).isEmpty();
  }

  @Test
  void memoryIsDemandAndHeadroom() {
    // 1.5 × 5461 = 8191.5 and 1.5 × 5462 = 8193
    assertThat(refusal(Needs.of(memory(5461)), type(2, 8192))).isEmpty();
    assertThat(refusal(Needs.of(memory(5462)), type(2, 8192)))
        .contains("short of memory: 8192 MiB, needs 8193 MiB");
  }

  @Test
  void aFloorHoldsWhateverTheDemand() {
    Needs kept = Needs.of(memory(100)).memoryFloor(16384);
    assertThat(refusal(kept, type(2, 8192))).contains("short of memory: 8 GiB, needs 16 GiB");
    assertThat(refusal(kept, type(2, 16384))).isEmpty();
  }

  @Test
  void underPressureOnlyHeadroomIsNoReasonFromTheCeilingOn() {
    Needs needs = Needs.of(memory(5462)).memoryCeiling(8192);
    assertThat(refusal(needs, type(2, 8192))).isEmpty();
    assertThat(refusal(needs, type(2, 8191))).contains("short of memory: 8191 MiB, needs 8193 MiB");
    // but the floor still holds
    assertThat(refusal(needs.memoryFloor(8193), type(2, 8192)))
        .contains("short of memory: 8192 MiB, needs 8193 MiB");
  }

  private static InstanceBuilder erpnext() {
    return Machines.ec2("m5.2xlarge").host(Hosts.host().web(5).build());
  }

  @Test
  void workersAreCountedInsteadOfMemory() {
    // needed min(5, floor(2 × 2) + 1) = 5 workers; 7500 hold them, 7274 hold 2 fewer at 75 each
    Needs needs = Needs.of(erpnext(), memory(5000)).vcpus(2);
    assertThat(refusal(needs, type(2, 7500))).isEmpty();
    assertThat(refusal(needs, type(2, 7275))).contains("holds 3 workers, 5 needed (memory)");
  }

  @Test
  void derivedWorkersAreNoReasonFromTheCeilingOn() {
    Needs derived = Needs.of(erpnext(), memory(5000)).vcpus(2).memoryCeiling(7275);
    assertThat(refusal(derived, type(2, 7275))).isEmpty();
    Needs configured = derived.policy(Policies.peakPlusHalf().needed(5));
    assertThat(refusal(configured, type(2, 7275))).contains("holds 3 workers, 5 needed (memory)");
  }

  @Test
  void aTypeWithoutAFitIsHeldAgainstTheMemoryOfItsNeededWorkers() {
    // the present type, exempt from counting: 1.5 × (5000 − 75 × 2) = 7275 with 3 needed
    Need need = Needs.of(erpnext(), memory(5000)).vcpus(1.3).need();
    CapacityTest test = new CapacityTest(erpnext().build(), need);
    assertThat(test.memory(type(2, 7275).type(), Optional.empty())).isEmpty();
    assertThat(test.memory(type(2, 7274).type(), Optional.empty()).map(Refusal::text))
        .contains("short of memory: 7274 MiB, needs 7275 MiB");
  }

  @Test
  void onlyNetworkDisksNeedAttachments() {
    InstanceBuilder machine =
        Machines.ec2("m5.2xlarge")
            .hardware(
                Machines.disks(
                    new AttachedDisk("gp3", /* local= */ false),
                    new AttachedDisk("gp3", /* local= */ false),
                    new AttachedDisk("nvme", /* local= */ true)));
    Needs needs = Needs.of(memory(100));
    assertThat(refusal(machine, needs, attaching(1))).contains("attaches 1 disks, 2 attached");
    assertThat(refusal(machine, needs, attaching(2))).isEmpty();
    assertThat(refusal(machine, needs, type(2, 8192).type())).isEmpty();
    assertThat(refusal(Machines.ec2("m5.2xlarge"), needs, attaching(0))).isEmpty();
  }

  private static InstanceType attaching(int most) {
    return type(2, 8192)
        .limits(
            new Limits(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.of(most)))
        .type();
  }

  // P99.5 of 20 days is the 29th largest of 5,760 values

  private static Samples bytes(Metric metric) {
    return Samples.of(metric, SampleUnit.BYTES_PER_SECOND, 20)
        .flat(125_000) // 1 Mbps
        .at(Duration.ofDays(9), 1_250_000); // 10 Mbps
  }

  private static Optional<DataRate> mbps(double megabits) {
    return Optional.of(DataRate.ofMegabitsPerSecond(megabits));
  }

  private static Types network(double baseline, double burst) {
    return type(2, 8192)
        .limits(
            new Limits(
                mbps(baseline),
                mbps(burst),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty()));
  }

  @Test
  void theBaselineCarriesWhatLastsAndTheCeilingThePeak() {
    Needs needs = Needs.of(bytes(Metric.NETWORK_IN));
    assertThat(refusal(needs, network(1, 10))).isEmpty();
    assertThat(refusal(needs, network(0.9, 10)))
        .contains("short of network: 0.9 Mbps, needs 1 Mbps");
    assertThat(refusal(needs, network(1, 9)))
        .contains("short of network burst: 9 Mbps, needs 10 Mbps");
  }

  @Test
  void anUnknownLimitIsNoRefusal() {
    assertThat(refusal(Needs.of(bytes(Metric.NETWORK_IN)), type(2, 8192))).isEmpty();
  }

  @Test
  void disksAreHeldAgainstTheirOwnLimits() {
    Samples iops =
        Samples.of(Metric.DISK_IOPS, SampleUnit.PER_SECOND, 20)
            .flat(3000)
            .at(Duration.ofDays(9), 9000);
    Needs needs = Needs.of(bytes(Metric.DISK_THROUGHPUT), iops);
    assertThat(refusal(needs, disk(1, 10, 3000, 9000))).isEmpty();
    assertThat(refusal(needs, disk(0.5, 10, 3000, 9000)))
        .contains("short of disk throughput: 0.5 Mbps, needs 1 Mbps");
    assertThat(refusal(needs, disk(1, 5, 3000, 9000)))
        .contains("short of disk throughput burst: 5 Mbps, needs 10 Mbps");
    assertThat(refusal(needs, disk(1, 10, 2999, 9000)))
        .contains("short of disk operations: 2999 IOPS, needs 3000 IOPS");
    assertThat(refusal(needs, disk(1, 10, 3000, 8999)))
        .contains("short of disk operations burst: 8999 IOPS, needs 9000 IOPS");
  }

  private static Types disk(double baseline, double burst, double iops, double iopsBurst) {
    return type(2, 8192)
        .limits(
            new Limits(
                Optional.empty(),
                Optional.empty(),
                mbps(baseline),
                mbps(burst),
                Optional.of(new OperationRate(iops)),
                Optional.of(new OperationRate(iopsBurst)),
                OptionalInt.empty()));
  }

  @Test
  void whatWasNotCollectedIsNotTested() {
    assertThat(refusal(Needs.of(memory(100)), network(0, 0))).isEmpty();
    assertThat(refusal(Needs.of(memory(100)), disk(0, 0, 0, 0))).isEmpty();
  }
}
