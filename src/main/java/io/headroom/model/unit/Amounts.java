package io.headroom.model.unit;

import java.math.BigDecimal;

/** One normal form for exact amounts: no trailing zeros, no exponent above zero. */
final class Amounts {

  private Amounts() {}

  static BigDecimal notNegative(BigDecimal amount) {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(
          "Invalid price: " + amount.toPlainString() + "; expected 0 or more");
    }
    return normal(amount);
  }

  static BigDecimal normal(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
