package io.headroom.cloud.gce.compute;

import com.google.cloud.compute.v1.Scheduling;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Lifecycle;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a machine of what Compute Engine says of an instance. */
final class InstanceReading {

  /** Source: Google Cloud metrics, {@code compute/instance/cpu}: "Sampled every 60 seconds". */
  private static final Duration SAMPLING = Duration.ofSeconds(60);

  private final String project;
  private final Instant now;
  private final GceHardware hardware;
  private final Optional<Set<String>> groups;

  /**
   * Prepares the reading of one project.
   *
   * @param diskTypes types of disks by their path
   * @param groups the managed instance groups there are; nothing if that is not known
   */
  InstanceReading(
      String project, Instant now, Map<String, String> diskTypes, Optional<Set<String>> groups) {
    this.project = project;
    this.now = now;
    this.hardware = new GceHardware(diskTypes);
    this.groups = groups;
  }

  Instance machine(com.google.cloud.compute.v1.Instance instance) {
    String zone = ResourceLink.name(instance.getZone());
    var builder =
        Instance.builder(
                Long.toUnsignedString(instance.getId()),
                new Placement(Provider.GCE, project, ResourceLink.region(zone), Optional.of(zone)),
                TypeHistory.assumed(ResourceLink.name(instance.getMachineType())))
            .name(instance.getName())
            .tags(instance.getLabelsMap())
            .state(GceStates.state(instance))
            .stopped(GceStates.stopped(instance, now))
            .samplingPeriod(SAMPLING)
            .hardware(hardware.of(instance));
    GceStates.launched(instance).ifPresent(builder::launched);
    lifecycle(instance.getScheduling()).ifPresent(builder::lifecycle);
    GcePlatforms.of(instance).ifPresent(builder::platform);
    GceManagers.of(instance, groups).ifPresent(builder::manager);
    return builder.build();
  }

  /** Source: Compute Engine API, Scheduling.provisioningModel; {@code preemptible} is older. */
  private static Optional<Lifecycle> lifecycle(Scheduling scheduling) {
    if (scheduling.getPreemptible()) {
      return Optional.of(Lifecycle.SPOT);
    }
    return switch (scheduling.getProvisioningModel()) {
      case "STANDARD" -> Optional.of(Lifecycle.ON_DEMAND);
      case "SPOT" -> Optional.of(Lifecycle.SPOT);
      case "FLEX_START", "RESERVATION_BOUND" -> Optional.of(Lifecycle.CAPACITY_BLOCK);
      default -> Optional.empty();
    };
  }
}
