package io.headroom.cloud.gce.compute;

import com.google.cloud.compute.v1.Instance;
import com.google.cloud.compute.v1.NetworkInterface;
import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.AttachedDisk;
import io.headroom.model.machine.HardwareFacts;
import io.headroom.model.machine.PublicAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what matters for moving an instance to another machine type. */
final class GceHardware {

  private static final String LOCAL = "SCRATCH";

  /** Types of the attached disks, by the path of the disk. */
  private final Map<String, String> diskTypes;

  GceHardware(Map<String, String> diskTypes) {
    this.diskTypes = diskTypes;
  }

  HardwareFacts of(Instance instance) {
    return new HardwareFacts(
        architecture(instance),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(instance.getDisksList().stream().map(this::disk).toList()),
        OptionalInt.of(instance.getNetworkInterfacesCount()),
        publicAddress(instance.getNetworkInterfacesList()),
        minCpuPlatform(instance));
  }

  /** The instance does not say its architecture, its boot disk does. */
  private static Optional<Architecture> architecture(Instance instance) {
    return instance.getDisksList().stream()
        .filter(com.google.cloud.compute.v1.AttachedDisk::getBoot)
        .map(disk -> disk.getArchitecture().toLowerCase(Locale.ROOT))
        .flatMap(name -> Architecture.ofId(name).stream())
        .findFirst();
  }

  /** A disk that the list of disks does not have goes by the kind its instance gives it. */
  private AttachedDisk disk(com.google.cloud.compute.v1.AttachedDisk disk) {
    boolean local = disk.getType().equals(LOCAL);
    String kind =
        local
            ? "local-ssd"
            : diskTypes.getOrDefault(
                ResourceLink.path(disk.getSource()), disk.getType().toLowerCase(Locale.ROOT));
    return new AttachedDisk(kind, local);
  }

  /** Whether an address is reserved is not said by the instance: only its absence is known. */
  private static Optional<PublicAddress> publicAddress(List<NetworkInterface> interfaces) {
    return interfaces.stream().allMatch(one -> one.getAccessConfigsCount() == 0)
        ? Optional.of(PublicAddress.NONE)
        : Optional.empty();
  }

  private static Optional<String> minCpuPlatform(Instance instance) {
    return Optional.of(instance.getMinCpuPlatform())
        .filter(platform -> !platform.isEmpty() && !platform.equalsIgnoreCase("automatic"));
  }
}
