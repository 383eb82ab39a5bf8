package io.headroom.engine.replay;

import io.headroom.model.catalog.Burst;
import io.headroom.model.unit.MonthlyPrice;

/**
 * How a play on a burstable type went, after its first 24 hours.
 *
 * @param throttledSlots slots in which standard mode held the machine back
 * @param throttledInWarmUp the same in the first 24 hours, which are not judged
 * @param lowestBalance the least credits left, after a slot
 * @param surplusVcpuHours vCPU-hours of surplus credits spent: charged, or still owed at the end
 * @param judgedHours observed hours after the first 24
 */
public record CreditOutcome(
    long throttledSlots,
    long throttledInWarmUp,
    double lowestBalance,
    double surplusVcpuHours,
    double judgedHours) {

  /** Whether the type was never held back, over at least some judged time. */
  public boolean runsFreely() {
    return throttledSlots == 0 && judgedHours > 0;
  }

  /** Returns what the surplus credits of a month cost. */
  public MonthlyPrice surplusPrice(Burst.Credits credits) {
    return SurplusPrice.of(credits, surplusVcpuHours, judgedHours);
  }
}
