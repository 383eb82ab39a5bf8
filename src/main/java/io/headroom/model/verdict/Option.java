package io.headroom.model.verdict;

import io.headroom.model.catalog.Offering;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.MonthlySaving;
import java.util.List;
import java.util.Optional;

/**
 * A type the machine could be, with what it would mean.
 *
 * @param rank 1 for the recommendation
 * @param price price of a month, discounts and surplus credits included
 * @param saving against the present type; absent if that has no price
 * @param workers worker counts on this type, if the machine has workers
 */
public record Option(
    int rank,
    Offering offering,
    MonthlyPrice price,
    Optional<MonthlySaving> saving,
    PerformanceRisk risk,
    Projection projected,
    Optional<WorkerAdvice> workers,
    MigrationEffort effort,
    List<Blocker> blockers) {

  /** Copies the list. */
  public Option {
    blockers = List.copyOf(blockers);
  }

  /** Returns the name of the type. */
  public String instanceType() {
    return offering.type().name();
  }
}
