package io.headroom.cloud.gce.compute;

import io.headroom.cloud.gce.GceCalls;
import io.headroom.cloud.gce.GceClients;
import io.headroom.collector.CollectionProblem;
import io.headroom.collector.Inventory;
import io.headroom.collector.InventorySink;
import io.headroom.collector.Scope;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Provider;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * The machines of Google projects, a scope each. A project takes one aggregated list of instances,
 * one of disks (for their types) and one of managed instance groups, each in pages of 500. Not run
 * against Google.
 */
public final class GceInventory implements Inventory, AutoCloseable {

  private final List<Scope> scopes;
  private final ComputeLists lists;
  private final InstantSource clock;

  /**
   * Prepares reading. Makes no call.
   *
   * @param projects ids of the projects, in any order
   * @param clock says until when a machine that is stopped now has been
   */
  public GceInventory(
      Collection<String> projects, GceClients clients, GceCalls calls, InstantSource clock) {
    this.scopes =
        projects.stream()
            .distinct()
            .map(project -> Scope.of(Provider.GCE, project))
            .sorted()
            .toList();
    this.lists = new ComputeLists(clients, calls);
    this.clock = clock;
  }

  @Override
  public List<Scope> scopes() {
    return scopes;
  }

  @Override
  public void read(Scope scope, InventorySink sink) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Map<String, String> diskTypes = diskTypes(scope, sink);
    Optional<Set<String>> groups = groups(scope, sink);
    InstanceReading reading = new InstanceReading(scope.account(), now, diskTypes, groups);
    SortedSet<String> unreachable =
        lists.instances(scope.account()).read(instance -> sink.machine(reading.machine(instance)));
    if (!unreachable.isEmpty()) {
      throw new CloudException(
          FailureKind.UNAVAILABLE,
          "instances.aggregatedList",
          "UNREACHABLE",
          unreached(scope, String.join(", ", unreachable), "their machines are missing"));
    }
  }

  /** Returns the types of all disks by path; what is missing in it costs a name, no machine. */
  private Map<String, String> diskTypes(Scope scope, InventorySink sink) {
    Map<String, String> types = new HashMap<>();
    try {
      lists
          .disks(scope.account())
          .read(
              disk ->
                  types.put(
                      ResourceLink.path(disk.getSelfLink()), ResourceLink.name(disk.getType())))
          .forEach(zone -> sink.problem(unknownTypes(scope, zone)));
    } catch (CloudException e) {
      sink.problem(CollectionProblem.of(scope, e));
    }
    return types;
  }

  /** Returns the groups there are; nothing if they are not known for all zones. */
  private Optional<Set<String>> groups(Scope scope, InventorySink sink) {
    Set<String> existing = new HashSet<>();
    try {
      SortedSet<String> unreachable =
          lists
              .groups(scope.account())
              .read(group -> existing.add(GceManagers.withoutProject(group.getSelfLink())));
      return unreachable.isEmpty() ? Optional.of(existing) : Optional.empty();
    } catch (CloudException e) {
      sink.problem(CollectionProblem.of(scope, e));
      return Optional.empty();
    }
  }

  private static CollectionProblem unknownTypes(Scope scope, String zone) {
    return new CollectionProblem(
        scope,
        FailureKind.UNAVAILABLE,
        Optional.empty(),
        unreached(scope, zone, "the types of its disks are not known"));
  }

  private static String unreached(Scope scope, String zones, String cost) {
    return "Cannot read "
        + zones
        + " of "
        + scope
        + ": Google cannot reach it; "
        + cost
        + ", run it again later";
  }

  /** Closes the clients. */
  @Override
  public void close() {
    lists.close();
  }
}
