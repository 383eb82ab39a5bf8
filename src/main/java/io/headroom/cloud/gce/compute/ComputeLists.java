package io.headroom.cloud.gce.compute;

import com.google.cloud.compute.v1.AggregatedListDisksRequest;
import com.google.cloud.compute.v1.AggregatedListInstanceGroupManagersRequest;
import com.google.cloud.compute.v1.AggregatedListInstancesRequest;
import com.google.cloud.compute.v1.Disk;
import com.google.cloud.compute.v1.DiskAggregatedList;
import com.google.cloud.compute.v1.DisksClient;
import com.google.cloud.compute.v1.Instance;
import com.google.cloud.compute.v1.InstanceAggregatedList;
import com.google.cloud.compute.v1.InstanceGroupManager;
import com.google.cloud.compute.v1.InstanceGroupManagerAggregatedList;
import com.google.cloud.compute.v1.InstanceGroupManagersClient;
import com.google.cloud.compute.v1.InstancesClient;
import io.headroom.cloud.gce.GceCall;
import io.headroom.cloud.gce.GceCalls;
import io.headroom.cloud.gce.GceClients;

/** The three lists of a project that an inventory is made of. */
final class ComputeLists implements AutoCloseable {

  private final GceCalls calls;
  private final InstancesClient instances;
  private final DisksClient disks;
  private final InstanceGroupManagersClient groups;

  ComputeLists(GceClients clients, GceCalls calls) {
    this.calls = calls;
    this.instances = clients.instances();
    this.disks = clients.disks();
    this.groups = clients.groups();
  }

  ScopedPages<InstanceAggregatedList, Instance> instances(String project) {
    return new ScopedPages<>(
        calls,
        GceCall.toCompute("instances.aggregatedList", "list the instances of gce " + project),
        new ScopedPages.Shape<>(
            token -> instances.aggregatedListCallable().call(instancesPage(project, token)),
            InstanceAggregatedList::getNextPageToken,
            page ->
                page.getItemsMap().entrySet().stream()
                    .map(
                        zone ->
                            new ScopedPages.Zone<>(
                                zone.getKey(),
                                zone.getValue().getInstancesList(),
                                zone.getValue().getWarning()))
                    .toList(),
            InstanceAggregatedList::getUnreachablesList));
  }

  ScopedPages<DiskAggregatedList, Disk> disks(String project) {
    return new ScopedPages<>(
        calls,
        GceCall.toCompute("disks.aggregatedList", "list the disks of gce " + project),
        new ScopedPages.Shape<>(
            token -> disks.aggregatedListCallable().call(disksPage(project, token)),
            DiskAggregatedList::getNextPageToken,
            page ->
                page.getItemsMap().entrySet().stream()
                    .map(
                        zone ->
                            new ScopedPages.Zone<>(
                                zone.getKey(),
                                zone.getValue().getDisksList(),
                                zone.getValue().getWarning()))
                    .toList(),
            DiskAggregatedList::getUnreachablesList));
  }

  ScopedPages<InstanceGroupManagerAggregatedList, InstanceGroupManager> groups(String project) {
    return new ScopedPages<>(
        calls,
        GceCall.toCompute(
            "instanceGroupManagers.aggregatedList",
            "list the managed instance groups of gce " + project),
        new ScopedPages.Shape<>(
            token -> groups.aggregatedListCallable().call(groupsPage(project, token)),
            InstanceGroupManagerAggregatedList::getNextPageToken,
            page ->
                page.getItemsMap().entrySet().stream()
                    .map(
                        zone ->
                            new ScopedPages.Zone<>(
                                zone.getKey(),
                                zone.getValue().getInstanceGroupManagersList(),
                                zone.getValue().getWarning()))
                    .toList(),
            InstanceGroupManagerAggregatedList::getUnreachablesList));
  }

  private static AggregatedListInstancesRequest instancesPage(String project, String token) {
    var page =
        AggregatedListInstancesRequest.newBuilder()
            .setProject(project)
            .setMaxResults(ScopedPages.PAGE)
            .setReturnPartialSuccess(true);
    return (token.isEmpty() ? page : page.setPageToken(token)).build();
  }

  private static AggregatedListDisksRequest disksPage(String project, String token) {
    var page =
        AggregatedListDisksRequest.newBuilder()
            .setProject(project)
            .setMaxResults(ScopedPages.PAGE)
            .setReturnPartialSuccess(true);
    return (token.isEmpty() ? page : page.setPageToken(token)).build();
  }

  private static AggregatedListInstanceGroupManagersRequest groupsPage(
      String project, String token) {
    var page =
        AggregatedListInstanceGroupManagersRequest.newBuilder()
            .setProject(project)
            .setMaxResults(ScopedPages.PAGE)
            .setReturnPartialSuccess(true);
    return (token.isEmpty() ? page : page.setPageToken(token)).build();
  }

  @Override
  public void close() {
    instances.close();
    disks.close();
    groups.close();
  }
}
