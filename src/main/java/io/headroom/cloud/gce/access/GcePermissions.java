package io.headroom.cloud.gce.access;

import io.headroom.collector.Permission;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Google must allow: one row for each call that is made, and no other. The roles that are
 * printed come from here. Sources: Compute Engine API and Cloud Monitoring API references, "IAM
 * permissions" of each method. Not run against Google.
 */
public final class GcePermissions {

  static final Permission INSTANCES =
      Permission.toCollect("compute.instances.list", "which machines there are");
  static final Permission DISKS =
      Permission.toCollect("compute.disks.list", "kinds of their disks");
  static final Permission GROUPS =
      Permission.toCollect(
          "compute.instanceGroupManagers.list", "which machines a group decides on");
  static final Permission SAMPLES =
      Permission.toCollect("monitoring.timeSeries.list", "what machines use");
  static final Permission REGION = Permission.toRefresh("compute.regions.get", "zones of a region");
  static final Permission TYPES =
      Permission.toRefresh("compute.machineTypes.list", "types that a zone offers");

  /** The price list is public; a project must be allowed to count the calls. */
  static final Permission PRICES =
      Permission.toRefresh("serviceusage.services.use", "list prices, asked for by a project");

  private static final List<Permission> READER =
      Stream.of(INSTANCES, DISKS, GROUPS, SAMPLES, REGION, TYPES, PRICES).sorted().toList();

  private GcePermissions() {}

  /** Returns what reading needs, in order. */
  public static List<Permission> reader() {
    return READER;
  }
}
