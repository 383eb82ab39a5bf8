package io.headroom.cloud.gce.compute;

import com.google.cloud.compute.v1.Instance;
import com.google.cloud.compute.v1.Items;
import io.headroom.model.machine.Manager;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Finds what else decides on the size of an instance. */
final class GceManagers {

  private static final String CREATED_BY = "created-by";
  private static final String GROUPS = "/instanceGroupManagers/";

  private GceManagers() {}

  /**
   * Returns the owner: the node pool of GKE before the group behind it, then a cluster of Dataproc,
   * then a managed instance group. Sources: GKE, "Labels that GKE sets on nodes"; Dataproc, "User
   * labels"; Compute Engine, "Working with managed instances" ({@code created-by} in the metadata).
   *
   * <p>An instance stays marked when its group is deleted around it, so a mark counts only while
   * the group exists, or may exist.
   *
   * @param existing the groups there are, as {@link #withoutProject} writes them; nothing if that
   *     is not known
   */
  static Optional<Manager> of(Instance instance, Optional<Set<String>> existing) {
    return label(instance, "goog-k8s-node-pool-name", Manager.Kind.KUBERNETES)
        .or(() -> label(instance, "goog-k8s-cluster-name", Manager.Kind.KUBERNETES))
        .or(() -> label(instance, "goog-dataproc-cluster-name", Manager.Kind.SERVICE))
        .or(
            () ->
                group(instance)
                    .filter(path -> existing.isEmpty() || existing.get().contains(path))
                    .map(GceManagers::manager));
  }

  /**
   * Returns the group that made the instance, as {@code zones/z/instanceGroupManagers/g}; the
   * project is written as a number there and as an id elsewhere, so it is left out.
   */
  private static Optional<String> group(Instance instance) {
    return instance.getMetadata().getItemsList().stream()
        .filter(item -> item.getKey().equals(CREATED_BY))
        .map(Items::getValue)
        .filter(maker -> maker.contains(GROUPS))
        .map(GceManagers::withoutProject)
        .findFirst();
  }

  /** Returns {@code zones/z/instanceGroupManagers/g} of a link. */
  static String withoutProject(String link) {
    String[] parts = ResourceLink.path(link).split("/", -1);
    int from = Math.max(0, parts.length - 4);
    return String.join("/", Arrays.copyOfRange(parts, from, parts.length));
  }

  private static Manager manager(String path) {
    return new Manager(Manager.Kind.MANAGED_INSTANCE_GROUP, ResourceLink.name(path));
  }

  private static Optional<Manager> label(Instance instance, String key, Manager.Kind kind) {
    return Optional.ofNullable(instance.getLabelsMap().get(key))
        .map(name -> new Manager(kind, name));
  }
}
