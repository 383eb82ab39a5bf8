package io.headroom.report;

import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.MonthlySaving;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Money as people read it: grouped, two decimals, never rounded before. */
public final class Amounts {

  private Amounts() {}

  /** Returns a price with its currency: {@code 1,361.55 USD}. */
  public static String shown(MonthlyPrice price) {
    return grouped(price.rounded()) + " " + price.currency().getCurrencyCode();
  }

  /** Returns a saving with its currency: {@code 12.00 USD}. */
  public static String shown(MonthlySaving saving) {
    return grouped(saving.rounded()) + " " + saving.currency().getCurrencyCode();
  }

  static String grouped(BigDecimal amount) {
    return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(amount);
  }
}
