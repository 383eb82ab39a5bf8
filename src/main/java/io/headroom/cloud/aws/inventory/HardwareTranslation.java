package io.headroom.cloud.aws.inventory;

import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.AttachedDisk;
import io.headroom.model.machine.BootMode;
import io.headroom.model.machine.HardwareFacts;
import io.headroom.model.machine.PublicAddress;
import io.headroom.model.machine.Virtualization;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterface;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceAssociation;

/** What of an instance decides which types it can move to. */
final class HardwareTranslation {

  private static final String ON_HOST = "instance-store";

  /** Owner of an address that EC2 gave and takes back; an Elastic IP is owned by an account. */
  private static final String LENT = "amazon";

  private HardwareTranslation() {}

  static HardwareFacts of(Instance found, Facts facts) {
    return new HardwareFacts(
        Optional.ofNullable(found.architectureAsString()).flatMap(Architecture::ofId),
        Optional.ofNullable(found.virtualizationTypeAsString()).flatMap(Virtualization::ofId),
        Optional.ofNullable(found.enaSupport()),
        bootMode(found),
        disks(found, facts),
        found.hasNetworkInterfaces()
            ? OptionalInt.of(found.networkInterfaces().size())
            : OptionalInt.empty(),
        publicAddress(found),
        Optional.empty());
  }

  /** The mode it booted in, else the one its image asks for. */
  private static Optional<BootMode> bootMode(Instance found) {
    return Stream.of(found.currentInstanceBootModeAsString(), found.bootModeAsString())
        .flatMap(Stream::ofNullable)
        .flatMap(name -> BootMode.ofId(name).stream())
        .findFirst();
  }

  /** Nothing unless the kind of every volume and the disks of the type are known. */
  private static Optional<List<AttachedDisk>> disks(Instance found, Facts facts) {
    Optional<Integer> local =
        Optional.ofNullable(facts.localDisks().get(found.instanceTypeAsString()));
    List<AttachedDisk> disks = new ArrayList<>();
    for (InstanceBlockDeviceMapping mapping : found.blockDeviceMappings()) {
      Optional<String> kind =
          Optional.ofNullable(mapping.ebs())
              .flatMap(volume -> Optional.ofNullable(facts.volumeKinds().get(volume.volumeId())));
      if (kind.isEmpty()) {
        return Optional.empty();
      }
      disks.add(new AttachedDisk(kind.get(), /* local= */ false));
    }
    local.ifPresent(
        count ->
            disks.addAll(Collections.nCopies(count, new AttachedDisk(ON_HOST, /* local= */ true))));
    return local.map(count -> disks);
  }

  private static Optional<PublicAddress> publicAddress(Instance found) {
    List<String> owners =
        found.networkInterfaces().stream()
            .map(InstanceNetworkInterface::association)
            .flatMap(Stream::ofNullable)
            .map(InstanceNetworkInterfaceAssociation::ipOwnerId)
            .flatMap(Stream::ofNullable)
            .toList();
    if (owners.contains(LENT)) {
      return Optional.of(PublicAddress.EPHEMERAL);
    }
    if (!owners.isEmpty()) {
      return Optional.of(PublicAddress.STATIC);
    }
    return Optional.ofNullable(found.publicIpAddress()).isPresent()
        ? Optional.empty()
        : Optional.of(PublicAddress.NONE);
  }
}
