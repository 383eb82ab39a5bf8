package io.headroom.model.catalog;

import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.Provider;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import java.util.Optional;
import java.util.Set;

/**
 * A size one can rent. Google calls it a machine type.
 *
 * @param family the part of the name before the size: {@code m6a}, {@code c7i-flex}; on GCE the
 *     series {@code n2d}
 * @param generation the number in the family's name; 0 if it has none
 * @param vcpus vCPUs the guest sees
 * @param memory memory the guest is sold
 * @param burst how it bursts, if its vCPUs cannot be used for ever
 */
public record InstanceType(
    Provider provider,
    String name,
    String family,
    int generation,
    VCpus vcpus,
    Mebibytes memory,
    Set<Architecture> architectures,
    Set<Trait> traits,
    Optional<Burst> burst,
    Limits limits) {

  /**
   * Copies the sets.
   *
   * @throws IllegalArgumentException if the type has no vCPU or no memory
   */
  public InstanceType {
    if (vcpus.value() <= 0 || memory.value() <= 0) {
      throw new IllegalArgumentException(
          "Invalid instance type " + name + ": it has " + vcpus + " vCPU and " + memory);
    }
    architectures = Set.copyOf(architectures);
    traits = Set.copyOf(traits);
  }

  /** Returns this type bursting in another way. */
  public InstanceType withBurst(Burst other) {
    return new InstanceType(
        provider,
        name,
        family,
        generation,
        vcpus,
        memory,
        architectures,
        traits,
        Optional.of(other),
        limits);
  }

  /** Returns the vCPUs that can be used for ever; all of them unless the type bursts. */
  public VCpus sustained() {
    return burst.map(Burst::sustained).orElse(vcpus);
  }

  /** Whether the type has that trait. */
  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** Whether its vCPUs cannot be used for ever. */
  public boolean isBurstable() {
    return burst.isPresent();
  }

  /** Whether it has a shared core of GCE. */
  public boolean isSharedCore() {
    return burst.filter(Burst.SharedCore.class::isInstance).isPresent();
  }

  /**
   * Returns the letters the family's name begins with, EC2's category: {@code m} for {@code m6a},
   * {@code x} for {@code x2idn}, {@code hpc} for {@code hpc7g}.
   */
  public String category() {
    int end = 0;
    while (end < family.length() && Character.isLetter(family.charAt(end))) {
      end++;
    }
    return family.substring(0, end);
  }

  /** Whether that is its {@link #category}. */
  public boolean isOf(String other) {
    return family.startsWith(other)
        && !other.isEmpty()
        && (family.length() == other.length()
            || !Character.isLetter(family.charAt(other.length())));
  }
}
