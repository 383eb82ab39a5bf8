package io.headroom.engine;

import io.headroom.engine.replay.ReplayOutcome;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.verdict.PerformanceRisk;
import io.headroom.model.verdict.Projection;
import java.util.Optional;

/**
 * What a size would have meant for one machine.
 *
 * @param price price of a month, discounts and surplus credits included; absent if the type has
 *     none
 * @param projected the demand of the verdict on this size
 * @param risk how likely it is to be too small; absent if CPU was not recorded
 * @param outcome how the recorded demand would have fared
 */
public record SizeTrial(
    Offering offering,
    Optional<MonthlyPrice> price,
    Projection projected,
    Optional<PerformanceRisk> risk,
    ReplayOutcome outcome) {

  /** Returns the type. */
  public InstanceType type() {
    return offering.type();
  }
}
