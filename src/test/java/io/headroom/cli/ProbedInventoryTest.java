package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.collector.CollectionProblem;
import io.headroom.collector.Inventory;
import io.headroom.collector.InventorySink;
import io.headroom.collector.Scope;
import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.ChannelFailure;
import io.headroom.executor.probe.HostCondition;
import io.headroom.executor.probe.HostMeasurement;
import io.headroom.executor.probe.HostProbe;
import io.headroom.executor.probe.UnknownHostException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.machine.WorkerPool;
import io.headroom.model.unit.Mebibytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProbedInventoryTest {

  private static final Scope SCOPE = Scope.of(Provider.AWS, "111122223333", "eu-central-1");
  private static final HostProfile PROFILE =
      new HostProfile(
          Optional.of("gunicorn"),
          Optional.of(WorkerPool.of(9)),
          Optional.empty(),
          Optional.empty(),
          new TreeSet<>(),
          List.of());

  private final List<Instance> machines = new ArrayList<>();
  private final List<CollectionProblem> problems = new ArrayList<>();

  private void read(HostProbe probe) {
    Inventory inventory =
        new Inventory() {
          @Override
          public List<Scope> scopes() {
            return List.of(SCOPE);
          }

          @Override
          public void read(Scope scope, InventorySink sink) {
            sink.machine(
                Instance.builder(
                        "i-1",
                        new Placement(
                            Provider.AWS, "111122223333", "eu-central-1", Optional.empty()),
                        TypeHistory.assumed("m5.large"))
                    .name("erp-1")
                    .build());
          }
        };
    new ProbedInventory(inventory, probe)
        .read(
            SCOPE,
            new InventorySink() {
              @Override
              public void machine(Instance machine) {
                machines.add(machine);
              }

              @Override
              public void problem(CollectionProblem problem) {
                problems.add(problem);
              }
            });
  }

  private static HostMeasurement measured() {
    return new HostMeasurement(
        "ssh",
        List.of(),
        PROFILE,
        new HostCondition(
            2,
            new Mebibytes(8000),
            Duration.ofHours(1),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            new TreeMap<>()),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  @Test
  void findsAMachineByItsNameToo() {
    read(
        name -> {
          if (name.equals("erp-1")) {
            return measured();
          }
          throw new UnknownHostException("Cannot reach " + name);
        });

    assertThat(machines).extracting(Instance::host).containsExactly(PROFILE);
    assertThat(problems).isEmpty();
  }

  @Test
  void handsOnAMachineThatNobodySaidHowToReach() {
    read(
        name -> {
          throw new UnknownHostException("Cannot reach " + name);
        });

    assertThat(machines).extracting(Instance::host).containsExactly(HostProfile.UNKNOWN);
    assertThat(problems).isEmpty();
  }

  @Test
  void aHostThatFailsIsAProblemAndNotTheEnd() {
    read(
        name -> {
          throw new ChannelException(ChannelFailure.HOST_KEY, "Cannot open " + name);
        });

    assertThat(machines).extracting(Instance::host).containsExactly(HostProfile.UNKNOWN);
    assertThat(problems)
        .containsExactly(
            CollectionProblem.of(
                SCOPE,
                "i-1",
                FailureKind.DENIED,
                "Cannot open i-1; what was measured before is kept"));
  }
}
