package io.headroom.engine.replay;

import io.headroom.model.unit.Share;
import java.time.Duration;

/**
 * How the recorded CPU demand would have fared on a capacity.
 *
 * @param slots observed slots
 * @param days UTC days with an observed slot
 * @param saturatedSlots slots in which all of the capacity was busy
 * @param saturated the time they last
 * @param slotsOver slots in which more was asked for than the capacity, whatever waited before
 * @param lateShare share of the work that was not done in the slot it came in
 * @param delays how long work waited
 */
public record QueueOutcome(
    long slots,
    int days,
    long saturatedSlots,
    Duration saturated,
    long slotsOver,
    Share lateShare,
    Delays delays) {

  /** Returns the outcome of demand that is always below the capacity. */
  static QueueOutcome fits(long slots, int days) {
    return new QueueOutcome(slots, days, 0, Duration.ZERO, 0, Share.NONE, Delays.NONE);
  }
}
