package io.headroom.model.demand;

import io.headroom.model.unit.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a demand comes from.
 *
 * @param statistic name of the statistic, such as {@code peak}
 * @param at start of the slot that set it
 * @param resolution what a sample is
 * @param coverage observed slots of the expected ones
 * @param history from the first observed slot to the end of the last
 * @param namedPeak the calendar's name of the time in which it was set, if it has one
 */
public record Evidence(
    String statistic,
    Instant at,
    Resolution resolution,
    Share coverage,
    Duration history,
    Optional<String> namedPeak) {}
