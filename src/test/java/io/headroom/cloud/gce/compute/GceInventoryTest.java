package io.headroom.cloud.gce.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.compute.v1.AccessConfig;
import com.google.cloud.compute.v1.AttachedDisk;
import com.google.cloud.compute.v1.Disk;
import com.google.cloud.compute.v1.Instance;
import com.google.cloud.compute.v1.InstanceGroupManager;
import com.google.cloud.compute.v1.Items;
import com.google.cloud.compute.v1.Metadata;
import com.google.cloud.compute.v1.NetworkInterface;
import com.google.cloud.compute.v1.Scheduling;
import io.headroom.cloud.gce.GceCalls;
import io.headroom.cloud.gce.GceClients;
import io.headroom.cloud.gce.GceEndpoint;
import io.headroom.cloud.gce.GceEndpoints;
import io.headroom.collector.CollectionProblem;
import io.headroom.collector.InventorySink;
import io.headroom.collector.Scope;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.InstanceState;
import io.headroom.model.machine.Lifecycle;
import io.headroom.model.machine.Manager;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Platform;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.PublicAddress;
import io.headroom.model.unit.TimeRange;
import io.headroom.testing.gce.ComputeServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GceInventoryTest {

  private static final Instant NOW = java.time.Instant.parse("2026-07-20T00:00:00Z");
  private static final Scope DEMO = Scope.of(Provider.GCE, "demo");
  private static final String ZONE =
      "https://www.googleapis.com/compute/v1/projects/demo/zones/us-central1-a";

  private final ComputeServer google = ComputeServer.start();
  private final List<io.headroom.model.machine.Instance> machines = new ArrayList<>();
  private final List<CollectionProblem> problems = new ArrayList<>();
  private GceInventory inventory;

  @BeforeEach
  void open() {
    GceEndpoint compute = GceEndpoint.of(GceEndpoints.COMPUTE, google.endpoint());
    inventory =
        new GceInventory(
            List.of("demo"),
            GceClients.of(new GceEndpoints(Optional.of(compute), Optional.of(compute))),
            GceCalls.hasty(3),
            () -> NOW);
  }

  @AfterEach
  void close() {
    inventory.close();
    google.close();
  }

  @Test
  void namesEachProjectOnceInOrder() {
    GceClients clients =
        GceClients.of(
            new GceEndpoints(
                Optional.of(new GceEndpoint("127.0.0.1", 1)),
                Optional.of(new GceEndpoint("127.0.0.1", 1))));
    try (GceInventory several =
        new GceInventory(List.of("b", "a", "b"), clients, GceCalls.patient(), () -> NOW)) {
      assertThat(several.scopes())
          .containsExactly(Scope.of(Provider.GCE, "a"), Scope.of(Provider.GCE, "b"));
    }
  }

  @Test
  void readsWhatMattersForSizing() {
    google.add(
        "demo",
        anInstance(9_000_000_000_000_000_001L, "web-1")
            .setMachineType(ZONE + "/machineTypes/n2-custom-6-20480")
            .putLabels("team", "shop")
            .setMinCpuPlatform("Intel Ice Lake")
            .addNetworkInterfaces(NetworkInterface.getDefaultInstance())
            .addDisks(
                AttachedDisk.newBuilder()
                    .setType("PERSISTENT")
                    .setBoot(true)
                    .setArchitecture("X86_64")
                    .setSource(ZONE + "/disks/web-1")
                    .addLicenses(
                        "https://www.googleapis.com/compute/v1/projects/debian-cloud/global/licenses/debian-12"))
            .addDisks(AttachedDisk.newBuilder().setType("SCRATCH"))
            .build());
    google.add(
        "demo",
        Disk.newBuilder()
            .setZone(ZONE)
            .setSelfLink(
                google.endpoint() + "/compute/v1/projects/demo/zones/us-central1-a/disks/web-1")
            .setType(ZONE + "/diskTypes/pd-balanced")
            .build());

    io.headroom.model.machine.Instance machine = onlyMachine();

    assertThat(machine.id()).isEqualTo("9000000000000000001");
    assertThat(machine.name()).isEqualTo("web-1");
    assertThat(machine.type().present()).isEqualTo("n2-custom-6-20480");
    assertThat(machine.placement())
        .isEqualTo(
            new Placement(Provider.GCE, "demo", "us-central1", Optional.of("us-central1-a")));
    assertThat(machine.tags()).containsExactly(java.util.Map.entry("team", "shop"));
    assertThat(machine.state()).isEqualTo(InstanceState.RUNNING);
    assertThat(machine.launched()).contains(Instant.parse("2026-01-02T11:04:05Z"));
    assertThat(machine.samplingPeriod()).contains(Duration.ofMinutes(1));
    assertThat(machine.lifecycle()).contains(Lifecycle.ON_DEMAND);
    assertThat(machine.platform()).contains(Platform.LINUX);
    assertThat(machine.hardware().architecture()).contains(Architecture.X86_64);
    assertThat(machine.hardware().minCpuPlatform()).contains("Intel Ice Lake");
    assertThat(machine.hardware().publicAddress()).contains(PublicAddress.NONE);
    assertThat(machine.hardware().interfaces()).hasValue(1);
    assertThat(machine.hardware().disks().orElseThrow())
        .containsExactly(
            new io.headroom.model.machine.AttachedDisk("pd-balanced", /* local= */ false),
            new io.headroom.model.machine.AttachedDisk("local-ssd", /* local= */ true));
    assertThat(problems).isEmpty();
  }

  @Test
  void knowsSpotMachinesByEitherField() {
    google.add(
        "demo",
        anInstance(1, "old").setScheduling(Scheduling.newBuilder().setPreemptible(true)).build());
    google.add(
        "demo",
        anInstance(2, "new")
            .setScheduling(Scheduling.newBuilder().setProvisioningModel("SPOT"))
            .build());

    read();

    assertThat(machines)
        .extracting(io.headroom.model.machine.Instance::lifecycle)
        .containsOnly(Optional.of(Lifecycle.SPOT));
  }

  @Test
  void doesNotGuessWhetherAnAddressIsReserved() {
    google.add(
        "demo",
        anInstance(1, "public")
            .addNetworkInterfaces(
                NetworkInterface.newBuilder()
                    .addAccessConfigs(AccessConfig.newBuilder().setNatIP("203.0.113.7")))
            .build());

    assertThat(onlyMachine().hardware().publicAddress()).isEmpty();
  }

  @Test
  void knowsTheLastStop() {
    google.add(
        "demo",
        anInstance(1, "stopped")
            .setStatus("TERMINATED")
            .setLastStartTimestamp("2026-01-02T03:04:05.678-08:00")
            .setLastStopTimestamp("2026-07-19T00:00:00.000-08:00")
            .build());

    io.headroom.model.machine.Instance machine = onlyMachine();

    assertThat(machine.state()).isEqualTo(InstanceState.STOPPED);
    assertThat(machine.stopped())
        .containsExactly(new TimeRange(Instant.parse("2026-07-19T08:00:00Z"), NOW));
  }

  @Test
  void takesAnUnknownStatusForAChange() {
    google.add("demo", anInstance(1, "odd").setStatus("SOMETHING_NEW").build());

    assertThat(onlyMachine().state()).isEqualTo(InstanceState.CHANGING);
  }

  @Test
  void knowsMembersOfGroupsThatStillExist() {
    google.add("demo", madeBy(1, "web-kept", "pool"));
    google.add("demo", madeBy(2, "web-left", "deleted"));
    google.add(
        "demo",
        InstanceGroupManager.newBuilder()
            .setName("pool")
            .setZone(ZONE)
            .setSelfLink(ZONE + "/instanceGroupManagers/pool")
            .build());

    read();

    assertThat(machines)
        .extracting(io.headroom.model.machine.Instance::manager)
        .containsExactlyInAnyOrder(
            Optional.of(new Manager(Manager.Kind.MANAGED_INSTANCE_GROUP, "pool")),
            Optional.empty());
  }

  @Test
  void takesTheMarkOfAGroupWhereGroupsCannotBeListed() {
    google.add("demo", madeBy(1, "web", "pool"));
    google.refuses("instanceGroupManagers", 9, 403, "forbidden", "Required permission");

    assertThat(onlyMachine().manager())
        .contains(new Manager(Manager.Kind.MANAGED_INSTANCE_GROUP, "pool"));
    assertThat(problems)
        .extracting(CollectionProblem::kind, CollectionProblem::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                FailureKind.DENIED,
                "Cannot list the managed instance groups of gce demo: Required permission;"
                    + " grant roles/compute.viewer in the project"));
  }

  @Test
  void readsPageAfterPage() {
    google.pagesOf(2);
    for (int i = 1; i <= 5; i++) {
      google.add("demo", anInstance(i, "web-" + i).build());
    }

    read();

    assertThat(machines)
        .extracting(io.headroom.model.machine.Instance::id)
        .containsExactlyInAnyOrder("1", "2", "3", "4", "5");
    // 5 instances in pages of 2 take 3 requests
    assertThat(google.requests()).filteredOn(one -> one.contains("/instances")).hasSize(3);
  }

  @Test
  void readsTheOtherZonesAndThenSaysWhichCannotBeReached() {
    google.add("demo", anInstance(1, "here").build());
    google.add(
        "demo",
        anInstance(2, "lost").setZone(ZONE.replace("us-central1-a", "europe-west1-b")).build());
    google.loses("europe-west1-b");

    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            CloudException.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE))
        .hasMessage(
            "Cannot read zones/europe-west1-b of gce demo: Google cannot reach it; their"
                + " machines are missing, run it again later");
    assertThat(machines).extracting(io.headroom.model.machine.Instance::id).containsExactly("1");
  }

  @Test
  void makesAThrottledCallAgain() {
    google.add("demo", anInstance(1, "web").build());
    google.refuses("/instances", 2, 403, "rateLimitExceeded", "Rate Limit Exceeded");

    assertThat(onlyMachine().id()).isEqualTo("1");
    assertThat(google.requests()).filteredOn(one -> one.contains("/instances")).hasSize(3);
  }

  @Test
  void givesUpAThrottledCallAndSaysSo() {
    google.refuses("/instances", 9, 403, "rateLimitExceeded", "Rate Limit Exceeded");

    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            CloudException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(FailureKind.THROTTLED);
              assertThat(failure.code()).isEqualTo("rateLimitExceeded");
              assertThat(failure.operation()).isEqualTo("instances.aggregatedList");
              assertThat(failure)
                  .hasMessage(
                      "Cannot list the instances of gce demo: Rate Limit Exceeded;"
                          + " run it again later, or ask Google for more quota");
            });
  }

  @Test
  void doesNotRepeatADeniedCall() {
    google.refuses(
        "/instances",
        9,
        403,
        "forbidden",
        "Required 'compute.instances.list' permission for 'projects/demo'");

    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            CloudException.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.DENIED));
    assertThat(google.requests()).filteredOn(one -> one.contains("/instances")).hasSize(1);
  }

  private io.headroom.model.machine.Instance onlyMachine() {
    read();
    assertThat(machines).hasSize(1);
    return machines.get(0);
  }

  private void read() {
    inventory.read(
        DEMO,
        new InventorySink() {
          @Override
          public void machine(io.headroom.model.machine.Instance machine) {
            machines.add(machine);
          }

          @Override
          public void problem(CollectionProblem problem) {
            problems.add(problem);
          }
        });
  }

  private static Instance madeBy(long id, String name, String group) {
    return anInstance(id, name)
        .setMetadata(
            Metadata.newBuilder()
                .addItems(
                    Items.newBuilder()
                        .setKey("created-by")
                        .setValue(
                            "projects/123456789012/zones/us-central1-a/instanceGroupManagers/"
                                + group)))
        .build();
  }

  private static Instance.Builder anInstance(long id, String name) {
    return Instance.newBuilder()
        .setId(id)
        .setName(name)
        .setZone(ZONE)
        .setMachineType(ZONE + "/machineTypes/n2-standard-4")
        .setStatus("RUNNING")
        .setCreationTimestamp("2026-01-02T03:04:05.000-08:00")
        .setScheduling(Scheduling.newBuilder().setProvisioningModel("STANDARD"));
  }
}
