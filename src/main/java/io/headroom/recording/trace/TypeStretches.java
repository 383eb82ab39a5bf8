package io.headroom.recording.trace;

import io.headroom.model.machine.TypeChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the types nearest to a machine in each slot into the types it had. A type counts from the
 * slot from which on it is the nearest for a day; until then the one before it holds on. Shorter
 * stretches are no resizes: a slot in which a machine boots is an average of off and on.
 */
final class TypeStretches {

  private static final Duration LASTING = Duration.ofDays(1);

  private TypeStretches() {}

  /**
   * Returns the changes in the order of time; the first one is at the start.
   *
   * @param nearest name of the type for each slot, at least one
   */
  static List<TypeChange> of(List<String> nearest, Instant start, Duration step) {
    List<TypeChange> changes = new ArrayList<>();
    String inForce = firstLasting(nearest, step);
    changes.add(new TypeChange(start, inForce, /* madeByHeadroom= */ false));
    int slot = 0;
    while (slot < nearest.size()) {
      int end = endOfRun(nearest, slot);
      boolean lasts = lasts(end - slot, step);
      if (lasts && !nearest.get(slot).equals(inForce)) {
        inForce = nearest.get(slot);
        changes.add(
            new TypeChange(
                start.plus(step.multipliedBy(slot)), inForce, /* madeByHeadroom= */ false));
      }
      slot = end;
    }
    return List.copyOf(changes);
  }

  /** Returns the first type that lasts; if none does, the last type. */
  private static String firstLasting(List<String> nearest, Duration step) {
    int slot = 0;
    while (slot < nearest.size()) {
      int end = endOfRun(nearest, slot);
      if (lasts(end - slot, step)) {
        return nearest.get(slot);
      }
      slot = end;
    }
    return nearest.get(nearest.size() - 1);
  }

  private static boolean lasts(int slots, Duration step) {
    return step.multipliedBy(slots).compareTo(LASTING) >= 0;
  }

  private static int endOfRun(List<String> nearest, int from) {
    int end = from + 1;
    while (end < nearest.size() && nearest.get(end).equals(nearest.get(from))) {
      end++;
    }
    return end;
  }
}
