package io.headroom.engine.replay;

import java.time.Duration;

/**
 * How the recorded memory use would have fared.
 *
 * @param slots observed slots
 * @param slotsOver slots in which more was used than there would have been
 * @param timeOver the time they last
 * @param events out-of-memory events: slots over in a row are one
 * @param days UTC days with a slot over
 */
public record MemoryOutcome(long slots, long slotsOver, Duration timeOver, int events, int days) {

  /** Returns the outcome of {@code slots} observed slots that all fit. */
  static MemoryOutcome fits(long slots) {
    return new MemoryOutcome(slots, 0, Duration.ZERO, 0, 0);
  }
}
