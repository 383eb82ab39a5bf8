package io.headroom.policy.quantity;

import java.math.BigDecimal;
import java.util.Currency;

/** An exact amount of money, 0 or more; what it is paid for is said where it stands. */
public record Money(BigDecimal amount, Currency currency) {

  /** Returns the amount and the currency: {@code 5 USD}. */
  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency.getCurrencyCode();
  }
}
