package io.headroom.cloud.aws.access;

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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CloudWatchAgentSetupTest {

  private static final Scope EAST = Scope.of(Provider.AWS, "prod", "us-east-1");

  @Test
  void groupsMachinesByWhatTheirAgentReports() {
    List<Group> groups =
        groups(Stream.of(machine("i-1", Platform.RHEL), machine("i-2", Platform.WINDOWS)));

    assertThat(groups).extracting(Group::title).containsExactly("Linux", "Windows");
    assertThat(groups.get(0).commands())
        .anyMatch(command -> command.contains("mem_available_percent"))
        .allMatch(command -> command.startsWith("#") || command.contains("--region us-east-1"))
        .last()
        .asString()
        .endsWith("--instance-ids i-1");
    assertThat(groups.get(1).commands())
        .anyMatch(command -> command.contains("\"Committed Bytes\""));
  }

  @Test
  void namesAsManyInstancesInACommandAsSystemsManagerTakes() {
    List<Group> groups =
        groups(IntStream.range(0, 51).mapToObj(i -> machine("i-" + i, Platform.LINUX)));

    // SendCommand takes 50: two commands to install and two to configure, a parameter, two comments
    assertThat(groups.get(0).commands()).hasSize(7);
    assertThat(groups.get(0).commands().get(3)).endsWith("--instance-ids i-50");
  }

  private static List<Group> groups(Stream<Instance> machines) {
    return new CloudWatchAgentSetup().groups(EAST, machines.toList());
  }

  private static Instance machine(String id, Platform platform) {
    return Instance.builder(
            id,
            new Placement(Provider.AWS, "111122223333", "us-east-1", Optional.empty()),
            TypeHistory.assumed("m5.large"))
        .platform(platform)
        .build();
  }
}
