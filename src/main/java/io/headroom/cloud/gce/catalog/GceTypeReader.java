package io.headroom.cloud.gce.catalog;

import com.google.cloud.compute.v1.MachineType;
import io.headroom.catalog.refresh.KnownFacts;
import io.headroom.catalog.snapshot.TypeName;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Trait;
import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.Provider;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what Compute Engine says of a machine type. */
final class GceTypeReader {

  private static final Pattern LOCAL_DISKS = Pattern.compile("\\b(\\d{1,4}) local SSDs?\\b");

  private final KnownFacts facts;

  /**
   * Prepares to read.
   *
   * @param facts for network bandwidth and shared cores, which the interface does not tell
   */
  GceTypeReader(KnownFacts facts) {
    this.facts = facts;
  }

  /** Returns the type; nothing if its name or instruction set is not of a known form. */
  Optional<InstanceType> read(MachineType found) {
    String name = found.getName();
    Optional<Architecture> architecture = architecture(found);
    if (architecture.isEmpty() || !TypeName.isLegal(Provider.GCE, name)) {
      return Optional.empty();
    }
    String series = TypeName.family(Provider.GCE, name);
    return Optional.of(
        new InstanceType(
            Provider.GCE,
            name,
            series,
            TypeName.generation(series),
            new VCpus(found.getGuestCpus()),
            // documented as MB; its values are MiB
            new Mebibytes(found.getMemoryMb()),
            Set.of(architecture.get()),
            traits(found),
            facts.burst(name),
            facts.limits(name)));
  }

  /** Compute Engine leaves the field out for x86 types of the first series. */
  private static Optional<Architecture> architecture(MachineType found) {
    return switch (found.getArchitecture()) {
      case "", "X86_64" -> Optional.of(Architecture.X86_64);
      case "ARM64" -> Optional.of(Architecture.ARM64);
      default -> Optional.empty();
    };
  }

  private static Set<Trait> traits(MachineType found) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (found.getName().endsWith("-metal")) {
      traits.add(Trait.BARE_METAL);
    }
    if (localDisks(found) > 0 || namesLocalDisks(found)) {
      traits.add(Trait.LOCAL_DISK);
    }
    if (found.getAcceleratorsCount() > 0) {
      traits.add(Trait.ACCELERATOR);
    }
    return traits;
  }

  /**
   * Returns how many disks on the host come with the type. Its description says so: "8 vCPUs, 32 GB
   * RAM, 2 local SSDs"; the field for it is younger than the client.
   */
  static int localDisks(MachineType found) {
    Matcher disks = LOCAL_DISKS.matcher(found.getDescription());
    return disks.find() ? Integer.parseInt(disks.group(1)) : 0;
  }

  /** Whether the name promises disks on the host. */
  static boolean namesLocalDisks(MachineType found) {
    return found.getName().contains("lssd") && !found.getName().contains("nolssd");
  }
}
