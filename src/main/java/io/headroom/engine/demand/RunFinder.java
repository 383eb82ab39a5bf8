package io.headroom.engine.demand;

import java.time.Duration;

/**
 * Finds runs of slots in a row that last 15 minutes or more: three of five minutes, or one of an
 * hour. A single hot slot is a spike; a run is a plateau.
 */
final class RunFinder {

  private static final long LEAST_SECONDS = Duration.ofMinutes(15).toSeconds();

  /** Takes a run: from slot, until slot (exclusive). */
  @FunctionalInterface
  interface RunReader {
    void run(int from, int until);
  }

  /** Says of a slot whether it belongs to a run. */
  @FunctionalInterface
  interface SlotTest {
    boolean test(double used);
  }

  private RunFinder() {}

  static void find(Stretch stretch, SlotTest test, RunReader reader) {
    int start = -1;
    for (int slot = stretch.from(); slot <= stretch.until(); slot++) {
      boolean inside =
          slot < stretch.until()
              && stretch.series().observed(slot)
              && test.test(stretch.series().value(slot) * stretch.factor());
      if (inside && start < 0) {
        start = slot;
      } else if (!inside && start >= 0) {
        if ((long) (slot - start) * stretch.series().stepSeconds() >= LEAST_SECONDS) {
          reader.run(start, slot);
        }
        start = -1;
      }
    }
  }
}
