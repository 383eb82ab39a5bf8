package io.headroom.model.policy;

import io.headroom.model.unit.Headroom;

/** How the demand of one dimension is read and what is added to it. */
public record DimensionRule(Statistic statistic, SampleSeries series, Headroom headroom) {}
