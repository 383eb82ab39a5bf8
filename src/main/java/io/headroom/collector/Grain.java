package io.headroom.collector;

import java.time.Duration;

/**
 * A slot length in which a source keeps samples.
 *
 * @param step length of a slot
 * @param keptFor how long after its time a sample can be read in that length
 */
public record Grain(Duration step, Duration keptFor) {}
