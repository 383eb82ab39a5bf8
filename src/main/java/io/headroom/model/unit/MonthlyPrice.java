package io.headroom.model.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact price for a month of one machine, a month being 730 hours for a machine that always
 * runs. Rounding to cents happens only where it is shown.
 */
public record MonthlyPrice(BigDecimal amount, Currency currency)
    implements Comparable<MonthlyPrice> {

  /** Hours of a month by which the providers quote monthly prices: 365 × 24 ÷ 12. */
  public static final BigDecimal HOURS = BigDecimal.valueOf(730);

  /**
   * Strips trailing zeros.
   *
   * @throws IllegalArgumentException if {@code amount} is negative
   */
  public MonthlyPrice {
    Objects.requireNonNull(currency, "currency is null");
    amount = Amounts.notNegative(amount);
  }

  /**
   * Returns the sum.
   *
   * @throws IllegalArgumentException if the currencies differ
   */
  public MonthlyPrice plus(MonthlyPrice other) {
    return new MonthlyPrice(amount.add(sameCurrency(other).amount), currency);
  }

  /**
   * Returns what {@code other} saves against this price; a negative amount is an additional cost.
   *
   * @throws IllegalArgumentException if the currencies differ
   */
  public MonthlySaving minus(MonthlyPrice other) {
    return new MonthlySaving(amount.subtract(sameCurrency(other).amount), currency);
  }

  /** Returns this price times {@code factor}, exactly. */
  public MonthlyPrice scaled(BigDecimal factor) {
    return new MonthlyPrice(amount.multiply(factor), currency);
  }

  /** Returns the amount in cents (two decimals, half up), as it is shown. */
  public BigDecimal rounded() {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  /**
   * Compares the amounts.
   *
   * @throws IllegalArgumentException if the currencies differ: there is no exchange rate
   */
  @Override
  public int compareTo(MonthlyPrice other) {
    return amount.compareTo(sameCurrency(other).amount);
  }

  private MonthlyPrice sameCurrency(MonthlyPrice other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "Cannot compare " + this + " with " + other + ": the currencies differ");
    }
    return other;
  }

  /** Returns the rounded amount and the currency: {@code 63.07 USD}. */
  @Override
  public String toString() {
    return rounded().toPlainString() + " " + currency.getCurrencyCode();
  }
}
