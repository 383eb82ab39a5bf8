package io.headroom.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.catalog.Limits;
import io.headroom.model.catalog.Trait;
import io.headroom.model.demand.Demand;
import io.headroom.model.demand.Demands;
import io.headroom.model.demand.Traffic;
import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.AttachedDisk;
import io.headroom.model.machine.BootMode;
import io.headroom.model.machine.HardwareFacts;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.Lifecycle;
import io.headroom.model.machine.Manager;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.PublicAddress;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.machine.Virtualization;
import io.headroom.model.unit.DataRate;
import io.headroom.model.unit.OperationRate;
import io.headroom.model.verdict.Blocker;
import io.headroom.model.verdict.MigrationEffort;
import io.headroom.testing.Machines;
import io.headroom.testing.Types;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationAdvisorTest {

  private static final Types M5 = Types.ec2("m5.large", 2, 8192);
  private static final Types M6A = Types.ec2("m6a.large", 2, 8192);
  private static final Types M4 = Types.ec2("m4.large", 2, 8192).traits(Trait.XEN);
  private static final Types N2 = gce("n2-standard-4");

  private static final Demands NOTHING =
      new Demands(
          new Demand.NotCollected<>("none"),
          new Demand.NotCollected<>("none"),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static Types gce(String name) {
    return Types.gce(name, 4, 16384);
  }

  private static MigrationEffort effort(Types from, Types to) {
    return advisor(Machines.ec2("any"), from, NOTHING).effort(to.type());
  }

  private static MigrationAdvisor advisor(InstanceBuilder machine, Types from, Demands demands) {
    return new MigrationAdvisor(machine.build(), from.type(), demands);
  }

  private static List<String> blockers(InstanceBuilder machine, Types from, Types to) {
    return advisor(machine, from, NOTHING).blockers(to.type()).stream()
        .map(blocker -> blocker.kind() + " " + blocker.text())
        .toList();
  }

  private static String unverified(InstanceBuilder machine, Types from, Types to, Demands demands) {
    List<Blocker> all = advisor(machine, from, demands).blockers(to.type());
    return all.get(all.size() - 1).shown();
  }

  // effort

  @Test
  void withinNitroItIsStopChangeStart() {
    assertThat(effort(M5, M6A)).isEqualTo(MigrationEffort.VERY_LOW);
    assertThat(effort(M4, Types.ec2("m4.xlarge", 4, 16384).traits(Trait.XEN)))
        .isEqualTo(MigrationEffort.VERY_LOW);
  }

  @Test
  void betweenXenAndNitroDriversMustBeLookedAt() {
    assertThat(effort(M4, M5)).isEqualTo(MigrationEffort.LOW);
    assertThat(effort(M5, M4)).isEqualTo(MigrationEffort.LOW);
  }

  @Test
  void anotherInstructionSetIsMore() {
    Types arm = Types.ec2("m6g.large", 2, 8192).architectures(Architecture.ARM64);
    assertThat(effort(M5, arm)).isEqualTo(MigrationEffort.MEDIUM);
    Types both =
        Types.ec2("t2.large", 2, 8192).architectures(Architecture.I386, Architecture.X86_64);
    assertThat(effort(both, M5)).isEqualTo(MigrationEffort.VERY_LOW);
  }

  @ParameterizedTest
  @CsvSource({
    "n2-standard-4, n2-highmem-2, VERY_LOW",
    "n1-standard-4, n2-standard-4, LOW",
    "n2-standard-4, e2-standard-4, LOW",
    "n2-standard-4, c3-standard-4, HIGH",
    "c3-standard-4, n2-standard-4, HIGH",
  })
  void onGceTheFirstTwoGenerationsChangeInPlace(String from, String to, MigrationEffort expected) {
    assertThat(effort(gce(from), gce(to))).isEqualTo(expected);
  }

  // what blocks

  @Test
  void aMemberOfAGroupIsChangedThroughIt() {
    assertThat(
            blockers(
                Machines.ec2("m5.large")
                    .manager(new Manager(Manager.Kind.AUTO_SCALING_GROUP, "web")),
                M5,
                M6A))
        .startsWith("BLOCKS member of Auto Scaling group web: change its launch template instead");
  }

  @Test
  void onlyOnDemandMachinesChangeTheirType() {
    assertThat(blockers(Machines.ec2("m5.large").lifecycle(Lifecycle.SPOT), M5, M6A))
        .startsWith("BLOCKS bought as spot: its type is fixed");
    assertThat(blockers(Machines.ec2("m5.large").lifecycle(Lifecycle.ON_DEMAND), M5, M6A))
        .noneMatch(text -> text.startsWith("BLOCKS"));
    assertThat(blockers(Machines.ec2("m5.large"), M5, M6A)).hasSize(1);
  }

  private static final class Facts {
    private Optional<Virtualization> virtualization = Optional.empty();
    private Optional<Boolean> ena = Optional.empty();
    private Optional<BootMode> boot = Optional.empty();
    private OptionalInt interfaces = OptionalInt.empty();
    private Optional<PublicAddress> address = Optional.empty();
    private Optional<String> platform = Optional.empty();

    InstanceBuilder on(InstanceBuilder machine) {
      return machine.hardware(
          new HardwareFacts(
              Optional.empty(),
              virtualization,
              ena,
              boot,
              Optional.empty(),
              interfaces,
              address,
              platform));
    }
  }

  @Test
  void fromXenToNitroAnImageNeedsHvmAndEna() {
    Facts facts = new Facts();
    facts.virtualization = Optional.of(Virtualization.PARAVIRTUAL);
    facts.ena = Optional.of(false);
    assertThat(blockers(facts.on(Machines.ec2("m4.large")), M4, M5))
        .startsWith(
            "BLOCKS paravirtual image: the type needs HVM",
            "BLOCKS no ENA support: the type requires it");
    assertThat(blockers(facts.on(Machines.ec2("m4.large")), M4, M4))
        .noneMatch(text -> text.startsWith("BLOCKS"));
    facts.virtualization = Optional.of(Virtualization.HVM);
    facts.ena = Optional.of(true);
    assertThat(blockers(facts.on(Machines.ec2("m4.large")), M4, M5))
        .noneMatch(text -> text.startsWith("BLOCKS"));
  }

  @Test
  void anInstanceStoreIsLostOnEc2AndForbidsTheChangeOnGce() {
    HardwareFacts local = Machines.disks(new AttachedDisk("nvme", /* local= */ true));
    assertThat(blockers(Machines.ec2("m5d.large").hardware(local), M5, M6A))
        .startsWith("ACCEPT_FIRST data loss: instance store is lost when it stops");
    assertThat(blockers(Machines.gce("n2-standard-4").hardware(local), N2, gce("n2-highmem-2")))
        .startsWith("BLOCKS has a local SSD: its machine type cannot be changed");
    HardwareFacts network = Machines.disks(new AttachedDisk("gp3", /* local= */ false));
    assertThat(blockers(Machines.ec2("m5.large").hardware(network), M5, M6A)).hasSize(1);
    assertThat(blockers(Machines.gce("n2-standard-4").hardware(network), N2, N2)).hasSize(1);
  }

  @Test
  void aThirdGenerationOfGceIsAnotherMachine() {
    assertThat(blockers(Machines.gce("n2-standard-4"), N2, gce("c3-standard-4")))
        .startsWith("BLOCKS third generation or later: the workload must move to a new instance");
    assertThat(blockers(Machines.gce("c3-standard-8"), gce("c3-standard-8"), gce("c3-standard-4")))
        .noneMatch(text -> text.startsWith("BLOCKS"));
    assertThat(blockers(Machines.gce("n2-standard-4"), N2, gce("e2-standard-4"))).hasSize(1);
  }

  @Test
  void aMinimumCpuPlatformTiesAMachineToItsSeries() {
    Facts facts = new Facts();
    facts.platform = Optional.of("Intel Ice Lake");
    assertThat(blockers(facts.on(Machines.gce("n2-standard-4")), N2, gce("e2-standard-4")))
        .startsWith("BLOCKS minimum CPU platform Intel Ice Lake: set it to automatic first");
    assertThat(blockers(facts.on(Machines.gce("n2-standard-4")), N2, gce("n2-highmem-2")))
        .hasSize(1);
  }

  @Test
  void anAddressThatChangesIsACost() {
    Facts facts = new Facts();
    facts.address = Optional.of(PublicAddress.EPHEMERAL);
    assertThat(blockers(facts.on(Machines.ec2("m5.large")), M5, M6A))
        .startsWith("ACCEPT_FIRST its public IPv4 address changes when it stops");
    facts.address = Optional.of(PublicAddress.STATIC);
    assertThat(blockers(facts.on(Machines.ec2("m5.large")), M5, M6A)).hasSize(1);
  }

  // what nobody has looked at

  @Test
  void theZoneAndTheBootModeAreOpen() {
    Facts facts = new Facts();
    assertThat(unverified(facts.on(Machines.ec2("m5.large")), M5, M6A, NOTHING))
        .isEqualTo("not verified: offered in us-east-1a, boot mode");
    facts.boot = Optional.of(BootMode.UEFI);
    assertThat(unverified(facts.on(Machines.ec2("m5.large")), M5, M6A, NOTHING))
        .isEqualTo("not verified: offered in us-east-1a");
    assertThat(unverified(Machines.gce("n2-standard-4"), N2, N2, NOTHING))
        .isEqualTo("not verified: offered in us-central1-a");
  }

  @Test
  void fromXenToNitroDriversAreOpenUnlessEnaIsKnown() {
    Facts facts = new Facts();
    facts.boot = Optional.of(BootMode.LEGACY_BIOS);
    assertThat(unverified(facts.on(Machines.ec2("m4.large")), M4, M5, NOTHING))
        .isEqualTo("not verified: offered in us-east-1a, ENA and NVMe drivers");
    assertThat(unverified(facts.on(Machines.ec2("m5.large")), M5, M5, NOTHING))
        .isEqualTo("not verified: offered in us-east-1a");
    assertThat(unverified(facts.on(Machines.ec2("m4.large")), M4, M4, NOTHING))
        .isEqualTo("not verified: offered in us-east-1a");
    facts.ena = Optional.of(true);
    assertThat(unverified(facts.on(Machines.ec2("m4.large")), M4, M5, NOTHING))
        .isEqualTo("not verified: offered in us-east-1a");
  }

  @Test
  void severalNetworkInterfacesAreOpen() {
    Facts facts = new Facts();
    facts.boot = Optional.of(BootMode.UEFI);
    facts.interfaces = OptionalInt.of(2);
    assertThat(unverified(facts.on(Machines.ec2("m5.large")), M5, M6A, NOTHING))
        .endsWith(", network interfaces");
    facts.interfaces = OptionalInt.of(1);
    assertThat(unverified(facts.on(Machines.ec2("m5.large")), M5, M6A, NOTHING))
        .isEqualTo("not verified: offered in us-east-1a");
  }

  private static Limits limits(
      Optional<DataRate> network, Optional<DataRate> disk, Optional<OperationRate> iops) {
    return new Limits(
        network,
        Optional.empty(),
        disk,
        Optional.empty(),
        iops,
        Optional.empty(),
        OptionalInt.empty());
  }

  private static Optional<DataRate> rate(double bytes) {
    return Optional.of(new DataRate(bytes));
  }

  @Test
  void anUnknownLimitIsOpenOnlyWhereTheDemandIsKnown() {
    Traffic<DataRate> traffic = new Traffic<>(new DataRate(1), new DataRate(1));
    Traffic<OperationRate> operations = new Traffic<>(new OperationRate(1), new OperationRate(1));
    Demands network =
        new Demands(
            NOTHING.cpu(),
            NOTHING.memory(),
            Optional.of(traffic),
            Optional.empty(),
            Optional.empty());
    Demands disk =
        new Demands(
            NOTHING.cpu(),
            NOTHING.memory(),
            Optional.empty(),
            Optional.of(traffic),
            Optional.empty());
    Demands iops =
        new Demands(
            NOTHING.cpu(),
            NOTHING.memory(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(operations));
    Optional<OperationRate> rate = Optional.of(new OperationRate(9));
    Types known = gce("n2-a").limits(limits(rate(9), rate(9), rate));
    Types noDisk = gce("n2-a").limits(limits(rate(9), Optional.empty(), rate));
    Types noOperations = gce("n2-a").limits(limits(rate(9), rate(9), Optional.empty()));
    assertThat(onGce(N2, network)).isEqualTo("network bandwidth");
    assertThat(onGce(known, network)).isEmpty();
    for (Demands demands : List.of(disk, iops)) {
      assertThat(onGce(N2, demands)).isEqualTo("disk limits");
      assertThat(onGce(noDisk, demands)).isEqualTo("disk limits");
      assertThat(onGce(noOperations, demands)).isEqualTo("disk limits");
      assertThat(onGce(known, demands)).isEmpty();
    }
  }

  /** What is open beside the zone. */
  private static String onGce(Types to, Demands demands) {
    return unverified(Machines.gce("n2-standard-4"), N2, to, demands)
        .replaceFirst("not verified: offered in us-central1-a(, )?", "");
  }

  @Test
  void aLowerBaselineIsOpenWhereNobodyCollectedTheNetwork() {
    Types low = gce("n2-low").limits(limits(rate(8), Optional.empty(), Optional.empty()));
    Types high = gce("n2-high").limits(limits(rate(9), Optional.empty(), Optional.empty()));
    String open = "network (not collected, and the type's baseline is lower)";
    assertThat(lowered(high, low)).endsWith(open);
    assertThat(lowered(high, high)).doesNotContain("network");
    assertThat(lowered(low, high)).doesNotContain("network");
    assertThat(lowered(N2, low)).doesNotContain("network");
    assertThat(lowered(high, N2)).doesNotContain("network");
  }

  private static String lowered(Types from, Types to) {
    return unverified(Machines.gce("n2-standard-4"), from, to, NOTHING);
  }

  @Test
  void withoutAKnownZoneItIsItsZone() {
    InstanceBuilder machine =
        Instance.builder(
            "1",
            new Placement(Provider.GCE, "p", "us-central1", Optional.empty()),
            TypeHistory.assumed("n2-standard-4"));
    assertThat(unverified(machine, N2, N2, NOTHING)).isEqualTo("not verified: offered in its zone");
  }
}
