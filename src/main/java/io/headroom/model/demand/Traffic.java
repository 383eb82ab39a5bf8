package io.headroom.model.demand;

/**
 * What was needed of a network or disk limit.
 *
 * @param lasting the 99.5th percentile of the means: what a baseline must carry
 * @param peak the largest value: what a burst ceiling must carry
 * @param <Q> the quantity: bytes or operations a second
 */
public record Traffic<Q extends Comparable<Q>>(Q lasting, Q peak) {}
