package io.headroom.model.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

/** Hourly and monthly prices, and what lies between two of them. */
class PricesTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency EUR = Currency.getInstance("EUR");

  private static MonthlyPrice usd(String amount) {
    return new MonthlyPrice(new BigDecimal(amount), USD);
  }

  private static HourlyPrice hourly(String amount) {
    return new HourlyPrice(new BigDecimal(amount), USD);
  }

  @Test
  void trailingZerosDoNotMatter() {
    assertThat(hourly("0.0960")).isEqualTo(hourly("0.096"));
    assertThat(usd("70.0")).isEqualTo(usd("7E+1")).hasSameHashCodeAs(usd("70"));
    assertThat(usd("7E+1").amount().scale()).isZero();
    assertThat(new MonthlySaving(new BigDecimal("1.50"), USD))
        .isEqualTo(new MonthlySaving(new BigDecimal("1.5"), USD));
  }

  @Test
  void aPriceIsNotNegative() {
    BigDecimal negative = new BigDecimal("-0.01");
    assertThatThrownBy(() -> new HourlyPrice(negative, USD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid price: -0.01; expected 0 or more");
    assertThatThrownBy(() -> new MonthlyPrice(negative, USD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid price: -0.01; expected 0 or more");
    assertThat(usd("0").amount()).isZero();
  }

  @Test
  void aMonthHas730Hours() {
    // m6a.large in us-east-1: 0.0864 × 730 = 63.072
    assertThat(hourly("0.0864").times(MonthlyPrice.HOURS)).isEqualTo(usd("63.072"));
    assertThat(usd("63.072")).hasToString("63.07 USD");
  }

  @Test
  void calculatesExactly() {
    // doubles would make 0.30000000000000004 of the sum
    assertThat(usd("0.1").plus(usd("0.2"))).isEqualTo(usd("0.3"));
    assertThat(usd("141.79228").scaled(new BigDecimal("0.8"))).isEqualTo(usd("113.433824"));
    assertThat(hourly("0.19").scaled(new BigDecimal("0.7"))).isEqualTo(hourly("0.133"));
    assertThat(usd("70").minus(usd("63"))).isEqualTo(new MonthlySaving(BigDecimal.valueOf(7), USD));
  }

  @Test
  void roundsHalfUpToCentsOnlyWhereShown() {
    assertThat(usd("1.005").rounded()).isEqualTo(new BigDecimal("1.01"));
    assertThat(usd("1.0049").rounded()).isEqualTo(new BigDecimal("1.00"));
    assertThat(new MonthlySaving(new BigDecimal("-12.001"), USD)).hasToString("-12.00 USD");
    assertThat(hourly("0.08640")).hasToString("0.0864 USD");
  }

  @Test
  void savingsKnowTheirSign() {
    assertThat(usd("2").minus(usd("1")).isPositive()).isTrue();
    assertThat(usd("1").minus(usd("1")).isPositive()).isFalse();
    assertThat(usd("1").minus(usd("2")).isPositive()).isFalse();
  }

  @Test
  void savingsAreHeldAgainstAShareOfAPrice() {
    // 5 % of 140.16 is 7.008
    MonthlyPrice present = usd("140.16");
    Share five = Share.ofPercent(5);
    assertThat(present.minus(usd("133.152")).atLeast(five, present)).isTrue();
    assertThat(present.minus(usd("133.153")).atLeast(five, present)).isFalse();
  }

  @Test
  void comparesAmounts() {
    assertThat(usd("1")).isLessThan(usd("1.01")).isEqualByComparingTo(usd("1.00"));
  }

  @Test
  void thereIsNoExchangeRate() {
    MonthlyPrice dollars = usd("1");
    MonthlyPrice euros = new MonthlyPrice(BigDecimal.ONE, EUR);
    MonthlySaving saving = dollars.minus(dollars);
    String message = "Cannot compare 1.00 USD with 1.00 EUR: the currencies differ";
    assertThatThrownBy(() -> dollars.compareTo(euros))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> dollars.plus(euros)).hasMessage(message);
    assertThatThrownBy(() -> dollars.minus(euros)).hasMessage(message);
    assertThatThrownBy(() -> saving.atLeast(Share.NONE, euros))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot compare a saving in USD with a price in EUR");
  }
}
