package io.headroom.model.resize;

import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Placement;

/**
 * Names one machine.
 *
 * @param placement where it runs and who pays for it
 * @param id the provider's id, unique in its account
 * @param name the name people gave it; may be empty, and may hold any character
 */
public record MachineRef(Placement placement, String id, String name) {

  /**
   * Checks the id.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public MachineRef {
    if (id.isBlank()) {
      throw new IllegalArgumentException("Invalid machine id: it is empty");
    }
  }

  /** Returns the name of {@code instance}. */
  public static MachineRef of(Instance instance) {
    return new MachineRef(instance.placement(), instance.id(), instance.name());
  }

  /** Returns what to call it: the name people gave it, else its id. */
  public String label() {
    return name.isBlank() ? id : name;
  }

  /** Returns where capacity is asked for: the zone, or the region where no zone is known. */
  public String zone() {
    return placement.zone().orElse(placement.region());
  }
}
