package io.headroom.cloud.aws.inventory;

import io.headroom.collector.Scope;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.InstanceState;
import io.headroom.model.machine.Lifecycle;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Platform;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.Monitoring;
import software.amazon.awssdk.services.ec2.model.MonitoringState;

/** Turns EC2's description of an instance into a machine. */
final class InstanceTranslation {

  /** Source: EC2 user guide, basic and detailed monitoring. */
  private static final Duration BASIC_MONITORING = Duration.ofMinutes(5);

  private static final Duration DETAILED_MONITORING = Duration.ofMinutes(1);

  private static final String LINUX = "Linux/UNIX";

  private final Scope scope;
  private final Facts facts;

  InstanceTranslation(Scope scope, Facts facts) {
    this.scope = scope;
    this.facts = facts;
  }

  io.headroom.model.machine.Instance of(Instance found, String owner) {
    Map<String, String> tags = new TreeMap<>();
    found.tags().forEach(tag -> tags.put(tag.key(), Optional.ofNullable(tag.value()).orElse("")));
    InstanceBuilder machine =
        io.headroom.model.machine.Instance.builder(
                found.instanceId(),
                placement(found, owner),
                TypeHistory.assumed(found.instanceTypeAsString()))
            .name(tags.getOrDefault("Name", ""))
            .tags(tags)
            .state(state(found.state().name()))
            .samplingPeriod(samplingPeriod(found))
            .hardware(HardwareTranslation.of(found, facts));
    Optional.ofNullable(found.launchTime()).ifPresent(machine::launched);
    lifecycle(found).ifPresent(machine::lifecycle);
    Optional.ofNullable(found.platformDetails())
        .map(InstanceTranslation::platform)
        .ifPresent(machine::platform);
    Managers.of(found, tags).ifPresent(machine::manager);
    Optional.ofNullable(facts.creditModes().get(found.instanceId())).ifPresent(machine::creditMode);
    return machine.build();
  }

  private Placement placement(Instance found, String owner) {
    return new Placement(
        Provider.AWS,
        Optional.ofNullable(owner).orElse(scope.account()),
        scope.region().orElse(""),
        Optional.ofNullable(found.placement())
            .flatMap(place -> Optional.ofNullable(place.availabilityZone())));
  }

  private static InstanceState state(InstanceStateName name) {
    return switch (name) {
      case RUNNING -> InstanceState.RUNNING;
      case STOPPED -> InstanceState.STOPPED;
      case PENDING, STOPPING, SHUTTING_DOWN, TERMINATED, UNKNOWN_TO_SDK_VERSION ->
          InstanceState.CHANGING;
    };
  }

  private static Duration samplingPeriod(Instance found) {
    return Optional.ofNullable(found.monitoring())
            .map(Monitoring::state)
            .filter(MonitoringState.ENABLED::equals)
            .isPresent()
        ? DETAILED_MONITORING
        : BASIC_MONITORING;
  }

  /** EC2 says nothing of an instance that runs on demand. */
  private static Optional<Lifecycle> lifecycle(Instance found) {
    String name = Optional.ofNullable(found.instanceLifecycleAsString()).orElse("");
    return switch (name) {
      case "" -> Optional.of(Lifecycle.ON_DEMAND);
      case "spot" -> Optional.of(Lifecycle.SPOT);
      case "capacity-block" -> Optional.of(Lifecycle.CAPACITY_BLOCK);
      default -> Optional.empty();
    };
  }

  /** Source: EC2 user guide, AMI billing information fields. */
  private static Platform platform(String details) {
    return switch (details) {
      case LINUX -> Platform.LINUX;
      case "Windows", "Windows BYOL" -> Platform.WINDOWS;
      case "Red Hat Enterprise Linux", "Red Hat BYOL Linux" -> Platform.RHEL;
      case "SUSE Linux" -> Platform.SUSE;
      default -> Platform.OTHER;
    };
  }
}
