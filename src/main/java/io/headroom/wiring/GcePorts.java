package io.headroom.wiring;

import io.headroom.cloud.gce.GceCalls;
import io.headroom.cloud.gce.GceClients;
import io.headroom.cloud.gce.GceEndpoints;
import io.headroom.cloud.gce.compute.GceInventory;
import io.headroom.cloud.gce.monitoring.GceUtilizationSource;
import io.headroom.collector.CloudPorts;
import io.headroom.collector.CloudSelection;
import io.headroom.collector.Inventory;
import io.headroom.collector.UtilizationSource;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ports to Google: Compute Engine and Cloud Monitoring. */
final class GcePorts implements CloudPorts {

  private final GceInventory inventory;
  private final GceUtilizationSource utilization;

  GcePorts(CloudSelection selection, InstantSource clock) {
    if (selection.accounts().isEmpty()) {
      throw new CloudException(
          FailureKind.INVALID_REQUEST,
          "",
          "",
          "Cannot collect from gce: no project is named; add --project ID");
    }
    GceClients clients = GceClients.of(endpoints());
    inventory = new GceInventory(selection.accounts(), clients, GceCalls.patient(), clock);
    utilization = new GceUtilizationSource(clients, GceCalls.patient(), clock);
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
  public void close() {
    inventory.close();
    utilization.close();
  }
}
