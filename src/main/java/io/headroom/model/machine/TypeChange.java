package io.headroom.model.machine;

import java.time.Instant;

/**
 * An instance type that came into force.
 *
 * @param from since when
 * @param instanceType name of the type
 * @param madeByHeadroom whether the change was a resize of ours
 */
public record TypeChange(Instant from, String instanceType, boolean madeByHeadroom) {}
