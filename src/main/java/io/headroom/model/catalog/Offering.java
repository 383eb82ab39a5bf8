package io.headroom.model.catalog;

import io.headroom.model.unit.HourlyPrice;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.Share;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An instance type in a region, with its price.
 *
 * @param price price of an hour before discounts; absent if there is none, and then the type is
 *     never a candidate
 * @param basis where the price comes from
 * @param discount the sustained-use discount it gets
 */
public record Offering(
    InstanceType type, Optional<HourlyPrice> price, PriceBasis basis, SustainedUse discount) {

  /**
   * Returns the price of a month, sustained-use discount included; nothing if the type has no
   * price.
   *
   * @param running share of the month that the machine runs; 95 % and more is a full month of 730
   *     hours
   */
  public Optional<MonthlyPrice> monthly(Share running) {
    return price.map(
        hourly ->
            hourly
                .times(MonthlyPrice.HOURS.multiply(hoursFactor(running)))
                .scaled(discount.multiplier(running)));
  }

  private static BigDecimal hoursFactor(Share running) {
    return running.fraction() >= FULL_MONTH
        ? BigDecimal.ONE
        : BigDecimal.valueOf(running.fraction());
  }

  /** A machine that is off for less than 5 % of the time is priced as one that always runs. */
  private static final double FULL_MONTH = 0.95;
}
