package io.headroom.cloud.gce.catalog;

import com.google.api.gax.core.CredentialsProvider;
import com.google.cloud.compute.v1.GetRegionRequest;
import com.google.cloud.compute.v1.ListMachineTypesRequest;
import com.google.cloud.compute.v1.MachineType;
import com.google.cloud.compute.v1.MachineTypeList;
import com.google.cloud.compute.v1.MachineTypesClient;
import com.google.cloud.compute.v1.MachineTypesSettings;
import com.google.cloud.compute.v1.Region;
import com.google.cloud.compute.v1.RegionsClient;
import com.google.cloud.compute.v1.RegionsSettings;
import io.headroom.cloud.gce.GceCall;
import io.headroom.cloud.gce.GceCalls;
import io.headroom.cloud.gce.GceEndpoint;
import io.headroom.cloud.gce.GceErrors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The machine types that the zones of a region offer. */
final class ComputeTypes implements AutoCloseable {

  /** The most Compute Engine gives at once. */
  private static final int TYPES_A_PAGE = 500;

  private static final String SCOPE = "https://www.googleapis.com/auth/compute.readonly";

  private final String project;
  private final RegionsClient regions;
  private final MachineTypesClient types;
  private final GceCalls calls;

  private ComputeTypes(
      String project, RegionsClient regions, MachineTypesClient types, GceCalls calls) {
    this.calls = calls;
    this.project = project;
    this.regions = regions;
    this.types = types;
  }

  /** Opens the clients. */
  static ComputeTypes open(String project, Optional<GceEndpoint> endpoint, GceCalls calls) {
    CredentialsProvider credentials = GoogleAccess.credentials(endpoint, SCOPE);
    RegionsSettings.Builder regions =
        RegionsSettings.newBuilder().setCredentialsProvider(credentials);
    MachineTypesSettings.Builder types =
        MachineTypesSettings.newBuilder().setCredentialsProvider(credentials);
    endpoint.map(GceEndpoint::url).ifPresent(regions::setEndpoint);
    endpoint.map(GceEndpoint::url).ifPresent(types::setEndpoint);
    GoogleAccess.once(regions.getSettings());
    GoogleAccess.once(types.listSettings());
    try {
      return new ComputeTypes(
          project,
          RegionsClient.create(regions.build()),
          MachineTypesClient.create(types.build()),
          calls);
    } catch (IOException e) {
      throw GceErrors.notOpened(e);
    }
  }

  /**
   * Returns the types of a region by name; a type is offered if one zone offers it. The zones of
   * one region are asked, because the list of all zones has no filter by region and is twenty times
   * as long.
   *
   * @throws io.headroom.model.cloud.CloudException if the region is not known, has no types, or
   *     cannot be asked
   */
  Collection<MachineType> in(String region) {
    String task = "list the machine types of gce " + region;
    Region found =
        calls.make(
            GceCall.toCompute("regions.get", task),
            () -> regions.getCallable().call(regionRequest(region)));
    GceCall listing = GceCall.toCompute("machineTypes.list", task);
    SortedMap<String, MachineType> byName = new TreeMap<>();
    for (String zone : found.getZonesList()) {
      for (MachineType type : inZone(lastPart(zone), listing)) {
        byName.putIfAbsent(type.getName(), type);
      }
    }
    if (byName.isEmpty()) {
      throw GceErrors.unexpected(listing, "its zones offer none");
    }
    return byName.values();
  }

  private GetRegionRequest regionRequest(String region) {
    return GetRegionRequest.newBuilder().setProject(project).setRegion(region).build();
  }

  private List<MachineType> inZone(String zone, GceCall listing) {
    List<MachineType> found = new ArrayList<>();
    String token = "";
    do {
      ListMachineTypesRequest request =
          ListMachineTypesRequest.newBuilder()
              .setProject(project)
              .setZone(zone)
              .setMaxResults(TYPES_A_PAGE)
              .setPageToken(token)
              .build();
      MachineTypeList page = calls.make(listing, () -> types.listCallable().call(request));
      found.addAll(page.getItemsList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return found;
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
