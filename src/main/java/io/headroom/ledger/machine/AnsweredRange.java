package io.headroom.ledger.machine;

import io.headroom.model.series.Metric;
import io.headroom.model.unit.TimeRange;

/**
 * A time for which a metric of a machine has been asked for and answered whole. Samples alone do
 * not say it: a slot without one may have had none, or was never asked for.
 */
public record AnsweredRange(String instanceId, Metric metric, TimeRange range) {}
