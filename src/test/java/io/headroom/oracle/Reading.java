package io.headroom.oracle;

import java.util.List;
import java.util.Optional;

/**
 * What the samples of CPU or memory say.
 *
 * @param value what is sized for, in vCPUs or MiB
 * @param at start of the slot that set it
 * @param momentary the largest value inside a slot, if the source has maxima
 * @param mayReduce whether less than the present capacity is allowed
 * @param lowerBound whether the true demand may have been higher
 * @param historySeconds from the first observed slot to the end of the last
 * @param slots usage slot by slot, as means where there are means
 */
record Reading(
    double value,
    double peak,
    long at,
    double mean,
    Optional<Double> momentary,
    Cut cut,
    boolean mayReduce,
    boolean lowerBound,
    double coverage,
    long historySeconds,
    List<Slot> slots) {}
