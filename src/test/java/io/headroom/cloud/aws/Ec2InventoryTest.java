package io.headroom.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.cloud.aws.LoopbackAws.Fault;
import io.headroom.cloud.aws.LoopbackEc2.Machine;
import io.headroom.cloud.aws.inventory.Ec2Inventory;
import io.headroom.collector.CollectionProblem;
import io.headroom.collector.Inventory;
import io.headroom.collector.InventoryContract;
import io.headroom.collector.InventorySink;
import io.headroom.model.machine.AttachedDisk;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Lifecycle;
import io.headroom.model.machine.Manager;
import io.headroom.model.machine.Platform;
import io.headroom.model.machine.PublicAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class Ec2InventoryTest extends InventoryContract {

  private static final AwsAccount ACCOUNT =
      new AwsAccount("default", Optional.empty(), Optional.empty(), List.of("us-east-1"));

  @SuppressWarnings("NullAway.Init")
  private static LoopbackAws aws;

  @SuppressWarnings("NullAway.Init")
  private static AwsClients clients;

  private final List<CollectionProblem> problems = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    aws = LoopbackAws.start();
    clients = new AwsClients(List.of(ACCOUNT));
  }

  @BeforeEach
  void addMachines() {
    aws.reset();
    for (String id : MACHINES) {
      aws.ec2().add(new Machine(id, TYPE, id.equals("i-10") ? "stopped" : "running", ""));
    }
    aws.ec2().add(new Machine("i-gone", TYPE, "terminated", ""));
  }

  @AfterAll
  static void stop() {
    clients.close();
    aws.close();
  }

  @Override
  protected Inventory inventory() {
    return new Ec2Inventory(clients);
  }

  @Override
  protected void denyListing() {
    aws.fail("DescribeInstances", 1, new Fault(403, "UnauthorizedOperation"));
  }

  @Test
  void knowsWhatDecidesOnAResize() {
    Instance machine =
        read(
            new Machine(
                "i-x",
                "m5d.large",
                "running",
                "<architecture>x86_64</architecture><virtualizationType>hvm</virtualizationType>"
                    + "<enaSupport>true</enaSupport><bootMode>uefi</bootMode>"
                    + "<platformDetails>Red Hat Enterprise Linux</platformDetails>"
                    + "<instanceLifecycle>spot</instanceLifecycle>"
                    + "<tagSet><item><key>Name</key><value>erp</value></item>"
                    + "<item><key>aws:autoscaling:groupName</key><value>web</value></item></tagSet>"
                    + "<networkInterfaceSet><item><association><ipOwnerId>amazon</ipOwnerId>"
                    + "</association></item></networkInterfaceSet>"));

    assertThat(machine.name()).isEqualTo("erp");
    assertThat(machine.lifecycle()).contains(Lifecycle.SPOT);
    assertThat(machine.platform()).contains(Platform.RHEL);
    assertThat(machine.manager()).contains(new Manager(Manager.Kind.AUTO_SCALING_GROUP, "web"));
    assertThat(machine.samplingPeriod()).contains(Duration.ofMinutes(5));
    assertThat(machine.hardware().publicAddress()).contains(PublicAddress.EPHEMERAL);
    assertThat(machine.hardware().enaSupport()).contains(true);
    // its volume, and the two disks on the host that its type has
    assertThat(machine.hardware().disks().orElseThrow())
        .containsExactly(
            new AttachedDisk("gp3", /* local= */ false),
            new AttachedDisk("instance-store", /* local= */ true),
            new AttachedDisk("instance-store", /* local= */ true));
    assertThat(machine.creditMode()).isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void asksForTheCreditModeOfBurstableMachines() {
    assertThat(read(new Machine("i-t", "t3.large", "running", "")).creditMode())
        .contains(CreditMode.UNLIMITED);
  }

  @Test
  void leavesUnknownWhatIsDeniedAndSaysSo() {
    aws.fail("DescribeVolumes", 1, new Fault(403, "UnauthorizedOperation"));

    Instance machine = read(new Machine("i-x", "m5.large", "running", ""));

    assertThat(machine.hardware().disks()).isEmpty();
    assertThat(problems)
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("DescribeVolumes"));
  }

  @Test
  void retriesWhatIsThrottled() {
    aws.fail("DescribeInstances", 2, new Fault(503, "RequestLimitExceeded"));

    assertThat(read(new Machine("i-x", "m5.large", "running", "")).id()).isEqualTo("i-x");
  }

  private Instance read(Machine machine) {
    aws.ec2().add(machine);
    List<Instance> machines = new ArrayList<>();
    Inventory inventory = inventory();
    inventory.read(
        inventory.scopes().get(0),
        new InventorySink() {
          @Override
          public void machine(Instance one) {
            machines.add(one);
          }

          @Override
          public void problem(CollectionProblem problem) {
            problems.add(problem);
          }
        });
    return machines.stream().filter(one -> one.id().equals(machine.id())).findFirst().orElseThrow();
  }
}
