package io.headroom.cloud.gce.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.collector.AgentSetup.Group;
import io.headroom.collector.Scope;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Platform;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpsAgentSetupTest {

  @Test
  void reachesEachLinuxMachineByNameAndZone() {
    List<Group> groups =
        groups(List.of(machine("1", "web-1", Platform.LINUX), machine("2", "w", Platform.WINDOWS)));

    assertThat(groups).extracting(Group::title).containsExactly("Linux", "Windows");
    assertThat(groups.get(0).commands().get(1))
        .startsWith("gcloud compute ssh web-1 --project=acme --zone=us-central1-a --command='curl");
    assertThat(groups.get(1).commands()).allMatch(command -> command.startsWith("#"));
  }

  @Test
  void putsNoNameIntoAShellThatMeansSomethingThere() {
    assertThat(groups(List.of(machine("17", "x;reboot", Platform.LINUX))).get(0).commands().get(1))
        .startsWith("gcloud compute ssh 17 ")
        .doesNotContain("reboot");
  }

  private static List<Group> groups(List<Instance> machines) {
    return new OpsAgentSetup().groups(Scope.of(Provider.GCE, "acme"), machines);
  }

  private static Instance machine(String id, String name, Platform platform) {
    return Instance.builder(
            id,
            new Placement(Provider.GCE, "acme", "us-central1", Optional.of("us-central1-a")),
            TypeHistory.assumed("n2-standard-2"))
        .name(name)
        .platform(platform)
        .build();
  }
}
