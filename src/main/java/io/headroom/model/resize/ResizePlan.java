package io.headroom.model.resize;

import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What would be done to a fleet, in the order in which it would be done. It is good for its
 * validity and no longer: what it was made from goes stale.
 *
 * @param validity from when it was made until it expires
 * @param requestedBy who asked for it
 * @param resizes what would be done, by account, region and id
 * @param heldBack recommended changes that are left out, with the reason
 */
public record ResizePlan(
    TimeRange validity, String requestedBy, List<PlannedResize> resizes, List<HeldBack> heldBack) {

  private static final Comparator<MachineRef> BY_PLACE =
      Comparator.<MachineRef, String>comparing(machine -> machine.placement().account())
          .thenComparing(machine -> machine.placement().region())
          .thenComparing(MachineRef::id);

  /**
   * Sorts both lists.
   *
   * @throws IllegalArgumentException if a machine occurs twice
   */
  public ResizePlan {
    resizes =
        resizes.stream().sorted(Comparator.comparing(PlannedResize::machine, BY_PLACE)).toList();
    heldBack = heldBack.stream().sorted(Comparator.comparing(HeldBack::machine, BY_PLACE)).toList();
    for (int i = 1; i < resizes.size(); i++) {
      if (BY_PLACE.compare(resizes.get(i - 1).machine(), resizes.get(i).machine()) == 0) {
        throw new IllegalArgumentException(
            "Invalid plan: " + resizes.get(i).machine().id() + " occurs twice; expected once");
      }
    }
  }

  /** Whether the plan may no longer be applied at {@code instant}. */
  public boolean isStaleAt(Instant instant) {
    return !validity.contains(instant);
  }
}
