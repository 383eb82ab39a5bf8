package io.headroom.cloud.gce.catalog;

import io.headroom.model.unit.HourlyPrice;
import io.headroom.model.unit.MonthlyPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/**
 * What one unit of a SKU costs.
 *
 * @param unit Google's name of the unit: {@code h}, {@code GiBy.h} or {@code GiBy.mo}
 */
record UnitPrice(BigDecimal amount, Currency currency, String unit) {

  /** A month of storage is spread over 730 hours with as many decimals as Google's price pages. */
  private static final int DECIMALS = 10;

  private static final String HOUR = "h";
  private static final String GIB_HOUR = "GiBy.h";
  private static final String GIB_MONTH = "GiBy.mo";

  /** Returns the price of an hour of one core or machine; nothing if it is sold otherwise. */
  Optional<HourlyPrice> ofAnHour() {
    return unit.equals(HOUR) ? Optional.of(new HourlyPrice(amount, currency)) : Optional.empty();
  }

  /** Returns the price of an hour of one GiB; nothing if it is not sold by the hour. */
  Optional<HourlyPrice> ofAGibHour() {
    return unit.equals(GIB_HOUR)
        ? Optional.of(new HourlyPrice(amount, currency))
        : Optional.empty();
  }

  /** Returns the price of an hour of {@code gibs} GiB, sold by the hour or by the month. */
  Optional<HourlyPrice> ofStorage(long gibs) {
    BigDecimal all = amount.multiply(BigDecimal.valueOf(gibs));
    return switch (unit) {
      case GIB_HOUR -> Optional.of(new HourlyPrice(all, currency));
      case GIB_MONTH ->
          Optional.of(
              new HourlyPrice(
                  all.divide(MonthlyPrice.HOURS, DECIMALS, RoundingMode.HALF_UP), currency));
      default -> Optional.empty();
    };
  }
}
