package io.headroom.engine.candidate;

import io.headroom.engine.worker.WorkerFit;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.verdict.PerformanceRisk;
import java.util.Optional;

/**
 * A type that fits.
 *
 * @param price price of a month, discounts and surplus credits included
 * @param workers its workers, if the machine has any
 * @param risk how likely it is to be too small after all
 */
public record Candidate(
    Offering offering, MonthlyPrice price, Optional<WorkerFit> workers, PerformanceRisk risk) {

  /** Returns the type. */
  public InstanceType type() {
    return offering.type();
  }
}
