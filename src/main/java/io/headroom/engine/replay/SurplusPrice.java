package io.headroom.engine.replay;

import io.headroom.model.catalog.Burst;
import io.headroom.model.unit.MonthlyPrice;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What the surplus credits of a month cost: vCPU-hours of surplus for each observed hour × 730 ×
 * the price of a vCPU-hour.
 */
final class SurplusPrice {

  /** Six digits after the point are enough for an estimate, and keep the bytes the same. */
  private static final int DIGITS = 6;

  private SurplusPrice() {}

  /** Returns the price; nothing observed costs nothing. */
  static MonthlyPrice of(Burst.Credits credits, double surplusVcpuHours, double observedHours) {
    BigDecimal share =
        observedHours == 0
            ? BigDecimal.ZERO
            : new BigDecimal(surplusVcpuHours / observedHours, MathContext.DECIMAL64)
                .setScale(DIGITS, RoundingMode.HALF_EVEN);
    return credits.surplusPrice().times(MonthlyPrice.HOURS.multiply(share));
  }
}
