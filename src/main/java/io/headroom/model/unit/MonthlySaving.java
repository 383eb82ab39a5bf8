package io.headroom.model.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/** An exact difference between two monthly prices; negative when the change costs more. */
public record MonthlySaving(BigDecimal amount, Currency currency) {

  /** Strips trailing zeros. */
  public MonthlySaving {
    Objects.requireNonNull(currency, "currency is null");
    amount = Amounts.normal(amount);
  }

  /** Whether money is saved at all. */
  public boolean isPositive() {
    return amount.signum() > 0;
  }

  /**
   * Whether this saving is {@code share} of {@code price} or more.
   *
   * @throws IllegalArgumentException if the currencies differ
   */
  public boolean atLeast(Share share, MonthlyPrice price) {
    if (!currency.equals(price.currency())) {
      throw new IllegalArgumentException(
          "Cannot compare a saving in " + currency + " with a price in " + price.currency());
    }
    return amount.compareTo(price.amount().multiply(BigDecimal.valueOf(share.fraction()))) >= 0;
  }

  /** Returns the amount in cents (two decimals, half up), as it is shown. */
  public BigDecimal rounded() {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  /** Returns the rounded amount and the currency: {@code -12.00 USD}. */
  @Override
  public String toString() {
    return rounded().toPlainString() + " " + currency.getCurrencyCode();
  }
}
