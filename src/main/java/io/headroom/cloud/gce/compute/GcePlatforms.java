package io.headroom.cloud.gce.compute;

import com.google.cloud.compute.v1.AttachedDisk;
import com.google.cloud.compute.v1.Instance;
import io.headroom.model.machine.Platform;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the operating system as it is billed: by the project of the licence on the boot disk.
 * Source: Compute Engine, "Operating system details" (image projects).
 */
final class GcePlatforms {

  private static final Pattern LICENCE = Pattern.compile("projects/([^/]+)/global/licenses/.*");

  private static final Map<String, Platform> BY_PROJECT =
      Map.ofEntries(
          Map.entry("centos-cloud", Platform.LINUX),
          Map.entry("cos-cloud", Platform.LINUX),
          Map.entry("debian-cloud", Platform.LINUX),
          Map.entry("fedora-coreos-cloud", Platform.LINUX),
          Map.entry("opensuse-cloud", Platform.LINUX),
          Map.entry("rocky-linux-cloud", Platform.LINUX),
          Map.entry("ubuntu-os-cloud", Platform.LINUX),
          Map.entry("rhel-cloud", Platform.RHEL),
          Map.entry("rhel-sap-cloud", Platform.OTHER),
          Map.entry("suse-cloud", Platform.SUSE),
          Map.entry("suse-sap-cloud", Platform.OTHER),
          Map.entry("ubuntu-os-pro-cloud", Platform.OTHER),
          Map.entry("windows-cloud", Platform.WINDOWS),
          Map.entry("windows-sql-cloud", Platform.OTHER));

  private GcePlatforms() {}

  /** Returns the platform; nothing if the boot disk has no licence or one that is not known. */
  static Optional<Platform> of(Instance instance) {
    return instance.getDisksList().stream()
        .filter(AttachedDisk::getBoot)
        .flatMap(disk -> disk.getLicensesList().stream())
        .map(licence -> LICENCE.matcher(ResourceLink.path(licence)))
        .filter(Matcher::matches)
        .map(found -> BY_PROJECT.get(found.group(1)))
        .filter(java.util.Objects::nonNull)
        .findFirst();
  }
}
