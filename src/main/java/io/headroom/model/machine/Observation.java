package io.headroom.model.machine;

import io.headroom.model.series.Observations;

/** A machine with everything observed of it: what one verdict is made from. */
public record Observation(Instance instance, Observations observations) {}
