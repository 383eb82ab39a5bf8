package io.headroom.model.unit;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact price for one hour of one machine. The amount keeps every digit the provider publishes;
 * trailing zeros do not matter for equality.
 */
public record HourlyPrice(BigDecimal amount, Currency currency) {

  /**
   * Strips trailing zeros.
   *
   * @throws IllegalArgumentException if {@code amount} is negative
   */
  public HourlyPrice {
    Objects.requireNonNull(currency, "currency is null");
    amount = Amounts.notNegative(amount);
  }

  /** Returns the price of {@code hours} hours, exactly. */
  public MonthlyPrice times(BigDecimal hours) {
    return new MonthlyPrice(amount.multiply(hours), currency);
  }

  /** Returns this price times {@code factor}, exactly. */
  public HourlyPrice scaled(BigDecimal factor) {
    return new HourlyPrice(amount.multiply(factor), currency);
  }

  /** Returns the amount and the currency: {@code 0.0864 USD}. */
  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency.getCurrencyCode();
  }
}
