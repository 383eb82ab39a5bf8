package io.headroom.engine.replay;

import io.headroom.model.catalog.Burst;
import io.headroom.model.unit.MonthlyPrice;
import java.math.BigDecimal;
import java.math.MathContext;

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

  /** Six digits after the point are enough for an estimate, and keep the bytes the same. */
  private static final int DIGITS = 6;

  /** Whether the type was never held back, over at least some judged time. */
  public boolean runsFreely() {
    return throttledSlots == 0 && judgedHours > 0;
  }

  /**
   * Returns what the surplus credits of a month cost: vCPU-hours of surplus for each observed hour
   * × 730 × the price of a vCPU-hour.
   */
  public MonthlyPrice surplusPrice(Burst.Credits credits) {
    BigDecimal share =
        judgedHours == 0
            ? BigDecimal.ZERO
            : new BigDecimal(surplusVcpuHours / judgedHours, MathContext.DECIMAL64)
                .setScale(DIGITS, java.math.RoundingMode.HALF_EVEN);
    return credits.surplusPrice().times(MonthlyPrice.HOURS.multiply(share));
  }
}
