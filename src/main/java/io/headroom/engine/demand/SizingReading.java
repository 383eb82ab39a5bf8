package io.headroom.engine.demand;

import java.time.Instant;
import java.util.Optional;

/**
 * A statistic of the values that may set the demand, each clipped to the capacity then in force.
 *
 * @param value what is sized for, in vCPUs or MiB
 * @param at start of the slot that set it
 * @param namedPeak the named time the slot lies in, if any
 * @param peak the largest value, named peaks beyond the window included
 */
record SizingReading(double value, Instant at, Optional<String> namedPeak, double peak) {}
