package io.headroom.recording.trace;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.catalog.Trait;
import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.Provider;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.recording.problem.RecordingException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the instance type that is most like a machine of a trace: least |Δlog2 vCPU| + |Δlog2
 * memory|. Of types that are equally near one that has the vCPUs is taken, so that no machine with
 * little memory for its cores seems to demand more CPU than it has; then the cheapest, so that a
 * recommendation for an imported machine saves by size and not by generation; then the newer
 * generation, then the name.
 *
 * <p>Machines of a trace can use all of their CPU for ever and say nothing of disks, accelerators
 * or licences. So only types with a price are looked at that are x86-64, of the present generations
 * and whole vCPUs: no burstable, {@code -flex} or bare-metal types, none with disks on the host or
 * accelerators; on EC2 the general, compute and memory families (m, c, r) from the fifth generation
 * on; on GCE no custom shapes.
 */
final class NearestType {

  private static final Set<String> EC2_CATEGORIES = Set.of("m", "c", "r");
  private static final int EC2_GENERATION = 5;
  private static final Set<Trait> UNLIKE =
      Set.of(
          Trait.BARE_METAL,
          Trait.PREVIOUS_GENERATION,
          Trait.FLEX,
          Trait.LOCAL_DISK,
          Trait.ACCELERATOR,
          Trait.CUSTOM);

  /** Memory for each vCPU of a machine whose memory is not known: that of general families. */
  private static final double USUAL_GIB_PER_VCPU = 4;

  /** Distances closer than this are equal: logarithms are not exact. */
  private static final double PRECISION = 1e9;

  private final List<Candidate> candidates;
  private final Map<Shape, String> known = new HashMap<>();

  /**
   * Takes the types of a region.
   *
   * @throws RecordingException if none of them is like a machine of a trace
   */
  NearestType(RegionCatalog catalog) {
    candidates =
        catalog.offerings().values().stream()
            .filter(NearestType::isOrdinary)
            .map(Candidate::of)
            .toList();
    if (candidates.isEmpty()) {
      throw new RecordingException(
          "Cannot import traces to "
              + catalog.region()
              + ": its catalog has no ordinary type with a price; choose another region");
    }
  }

  /** What is looked for. */
  private record Shape(VCpus vcpus, Optional<Mebibytes> memory) {}

  /** What may be found. */
  private record Candidate(InstanceType type, BigDecimal price, double vcpus, double memory) {

    static Candidate of(Offering offering) {
      InstanceType type = offering.type();
      return new Candidate(
          type,
          offering.price().orElseThrow().amount(),
          log2(type.vcpus().value()),
          log2(type.memory().value()));
    }

    double distance(double wantedVcpus, double wantedMemory) {
      double exact = Math.abs(vcpus - wantedVcpus) + Math.abs(memory - wantedMemory);
      return Math.rint(exact * PRECISION) / PRECISION;
    }
  }

  /** Returns the name of the type most like a machine, whose memory may be unknown. */
  String to(VCpus vcpus, Optional<Mebibytes> memory) {
    return known.computeIfAbsent(new Shape(vcpus, memory), this::find);
  }

  private String find(Shape shape) {
    Mebibytes memory =
        shape
            .memory()
            .orElseGet(() -> Mebibytes.ofGibibytes(USUAL_GIB_PER_VCPU * shape.vcpus().value()));
    double wantedVcpus = log2(shape.vcpus().value());
    double wantedMemory = log2(memory.value());
    return candidates.stream()
        .min(
            Comparator.<Candidate>comparingDouble(
                    candidate -> candidate.distance(wantedVcpus, wantedMemory))
                .thenComparing(candidate -> !candidate.type().vcpus().covers(shape.vcpus()))
                .thenComparing(Candidate::price)
                .thenComparing(candidate -> -candidate.type().generation())
                .thenComparing(candidate -> candidate.type().name()))
        .orElseThrow()
        .type()
        .name();
  }

  private static boolean isOrdinary(Offering offering) {
    InstanceType type = offering.type();
    return offering.price().isPresent()
        && type.architectures().contains(Architecture.X86_64)
        && UNLIKE.stream().noneMatch(type::is)
        && !type.isBurstable()
        && (type.provider() != Provider.AWS
            || (EC2_CATEGORIES.contains(type.category()) && type.generation() >= EC2_GENERATION));
  }

  private static double log2(double amount) {
    return Math.log(amount) / Math.log(2);
  }
}
