package io.headroom.cloud.gce.catalog;

import com.google.api.gax.core.CredentialsProvider;
import com.google.cloud.compute.v1.MachineType;
import com.google.cloud.compute.v1.MachineTypesClient;
import com.google.cloud.compute.v1.MachineTypesSettings;
import com.google.cloud.compute.v1.RegionsClient;
import com.google.cloud.compute.v1.RegionsSettings;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The machine types that the zones of a region offer. */
final class ComputeTypes implements AutoCloseable {

  private static final String SCOPE = "https://www.googleapis.com/auth/compute.readonly";
  private static final String ROLE = "roles/compute.viewer";
  private static final String OPERATION = "machineTypes.list";

  private final String project;
  private final RegionsClient regions;
  private final MachineTypesClient types;

  private ComputeTypes(String project, RegionsClient regions, MachineTypesClient types) {
    this.project = project;
    this.regions = regions;
    this.types = types;
  }

  /** Opens the clients. */
  static ComputeTypes open(String project, Optional<URI> endpoint) {
    CredentialsProvider credentials = GoogleAccess.credentials(endpoint, SCOPE);
    RegionsSettings.Builder regions =
        RegionsSettings.newBuilder().setCredentialsProvider(credentials);
    MachineTypesSettings.Builder types =
        MachineTypesSettings.newBuilder().setCredentialsProvider(credentials);
    endpoint.map(URI::toString).ifPresent(regions::setEndpoint);
    endpoint.map(URI::toString).ifPresent(types::setEndpoint);
    regions.getSettings().setRetrySettings(GoogleAccess.patience());
    types.listSettings().setRetrySettings(GoogleAccess.patience());
    try {
      return new ComputeTypes(
          project, RegionsClient.create(regions.build()), MachineTypesClient.create(types.build()));
    } catch (IOException e) {
      throw GoogleFailures.of(e, OPERATION);
    }
  }

  /**
   * Returns the types of a region by name; a type is offered if one zone offers it. The zones of
   * one region are asked, because the list of all zones has no filter by region and is twenty times
   * as long.
   *
   * @throws CloudException if the region is not known, has no types, or cannot be asked
   */
  Collection<MachineType> in(String region) {
    String cannot = "Cannot list the machine types of gce " + region;
    SortedMap<String, MachineType> byName = new TreeMap<>();
    try {
      for (String zone : regions.get(project, region).getZonesList()) {
        for (MachineType type : types.list(project, lastPart(zone)).iterateAll()) {
          byName.putIfAbsent(type.getName(), type);
        }
      }
    } catch (RuntimeException e) {
      throw GoogleFailures.of(e, OPERATION, cannot, ROLE);
    }
    if (byName.isEmpty()) {
      throw new CloudException(
          FailureKind.NOT_FOUND,
          OPERATION,
          "",
          cannot + ": its zones offer none; check the name of the region");
    }
    return byName.values();
  }

  /** A zone is given as its address. */
  private static String lastPart(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  @Override
  public void close() {
    regions.close();
    types.close();
  }
}
