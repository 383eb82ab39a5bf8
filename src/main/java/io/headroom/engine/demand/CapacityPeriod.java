package io.headroom.engine.demand;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.unit.TimeRange;
import java.util.Optional;

/**
 * A time during which one type was in force.
 *
 * @param type the type; absent if it is not known or not in the catalog
 */
public record CapacityPeriod(TimeRange range, Optional<InstanceType> type) {}
