package io.headroom.wiring;

import io.headroom.cloud.gce.GceCalls;
import io.headroom.cloud.gce.GceClients;
import io.headroom.cloud.gce.GceEndpoints;
import io.headroom.cloud.gce.access.GceAccessCheck;
import io.headroom.cloud.gce.access.OpsAgentSetup;
import io.headroom.cloud.gce.compute.GceInventory;
import io.headroom.cloud.gce.monitoring.GceUtilizationSource;
import io.headroom.collector.AccessCheck;
import io.headroom.collector.AgentSetup;
import io.headroom.collector.CloudPorts;
import io.headroom.collector.CloudSelection;
import io.headroom.collector.Inventory;
import io.headroom.collector.UtilizationSource;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The ports to Google: Compute Engine and Cloud Monitoring. */
final class GcePorts implements CloudPorts {

  private final GceInventory inventory;
  private final GceUtilizationSource utilization;
  private final GceAccessCheck access;

  GcePorts(CloudSelection selection, InstantSource clock) {
    List<String> projects = projects(selection);
    GceClients clients = GceClients.of(endpoints());
    inventory = new GceInventory(projects, clients, GceCalls.patient(), clock);
    utilization = new GceUtilizationSource(clients, GceCalls.patient(), clock);
    access = new GceAccessCheck(clients, GceCalls.patient(), clock);
  }

  private static List<String> projects(CloudSelection selection) {
    return selection.accounts().isEmpty()
        ? List.of(
            projectOf(System.getenv())
                .orElseThrow(
                    () ->
                        new CloudException(
                            FailureKind.INVALID_REQUEST,
                            "",
                            "",
                            "Cannot ask gce: no project is known; name one with --project, or in"
                                + " GOOGLE_CLOUD_PROJECT")))
        : selection.accounts();
  }

  /** Returns the project that the variables of Google's own tools name. */
  static Optional<String> projectOf(Map<String, String> environment) {
    return Stream.of("GOOGLE_CLOUD_PROJECT", "CLOUDSDK_CORE_PROJECT")
        .map(variable -> environment.getOrDefault(variable, ""))
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /** Each may be a property of the JVM, or an environment variable of the same name. */
  private static GceEndpoints endpoints() {
    try {
      return GceEndpoints.from(
          name ->
              Optional.ofNullable(System.getProperty(name))
                  .or(() -> Optional.ofNullable(System.getenv(variable(name)))));
    } catch (IllegalArgumentException e) {
      throw new CloudException(
          FailureKind.INVALID_REQUEST, "", "", String.valueOf(e.getMessage()), e);
    }
  }

  /** Returns {@code HEADROOM_GCE_COMPUTE_ENDPOINT} of {@code headroom.gce.compute-endpoint}. */
  static String variable(String property) {
    return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }

  @Override
  public Inventory inventory() {
    return inventory;
  }

  @Override
  public List<UtilizationSource> sources() {
    return List.of(utilization);
  }

  @Override
  public AccessCheck access() {
    return access;
  }

  @Override
  public AgentSetup agentSetup() {
    return new OpsAgentSetup();
  }

  @Override
  public void close() {
    inventory.close();
    utilization.close();
  }
}
