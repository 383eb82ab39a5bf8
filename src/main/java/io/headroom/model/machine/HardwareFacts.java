package io.headroom.model.machine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What matters for moving a machine to another type. An absent fact is unknown.
 *
 * @param enaSupport whether the image supports the Elastic Network Adapter
 * @param disks the attached disks, if known
 * @param interfaces the number of network interfaces
 * @param minCpuPlatform GCE's minimum CPU platform, if one is set
 */
public record HardwareFacts(
    Optional<Architecture> architecture,
    Optional<Virtualization> virtualization,
    Optional<Boolean> enaSupport,
    Optional<BootMode> bootMode,
    Optional<List<AttachedDisk>> disks,
    OptionalInt interfaces,
    Optional<PublicAddress> publicAddress,
    Optional<String> minCpuPlatform) {

  /** Nothing known. */
  public static final HardwareFacts UNKNOWN =
      new HardwareFacts(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty());

  /** Copies the list. */
  public HardwareFacts {
    disks = disks.map(List::copyOf);
  }

  /** Whether a disk is known to be on the host. */
  public boolean hasLocalDisk() {
    return disks.stream().flatMap(List::stream).anyMatch(AttachedDisk::local);
  }
}
