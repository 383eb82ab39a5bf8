package io.headroom.engine.replay;

import io.headroom.model.unit.Share;
import java.time.Duration;

/**
 * How the recorded CPU demand would have fared on a capacity.
 *
 * @param slots observed slots
 * @param saturatedSlots slots in which all of the capacity was busy
 * @param saturated the time they last
 * @param p95Delay 95th percentile over the slots of the time that new work would wait
 * @param worstDelay the longest such time
 * @param lateShare share of the work that was not done in the slot it came in
 * @param delayLeft what still waits at the end
 */
public record QueueOutcome(
    long slots,
    long saturatedSlots,
    Duration saturated,
    Duration p95Delay,
    Duration worstDelay,
    Share lateShare,
    Duration delayLeft) {}
