package io.headroom.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.engine.candidate.Candidate;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.policy.ChangeRule;
import io.headroom.model.policy.StepLimit;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.Share;
import io.headroom.model.verdict.PerformanceRisk;
import io.headroom.testing.Machines;
import io.headroom.testing.Types;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HysteresisTest {

  private static final Duration SEVEN_DAYS = Duration.ofDays(7);

  private static ChangeRule rule(Duration coolDown) {
    return new ChangeRule(
        StepLimit.NONE,
        coolDown,
        Share.ofPercent(5),
        new TreeMap<>(Map.of("USD", BigDecimal.valueOf(5))),
        new TreeSet<>());
  }

  private static MonthlyPrice price(String amount, String currency) {
    return new MonthlyPrice(new BigDecimal(amount), Currency.getInstance(currency));
  }

  private static PerformanceRisk risk(int level) {
    return new PerformanceRisk(level, Optional.empty());
  }

  private static boolean isWorth(String from, String to, String currency, int riskAfter) {
    return new Hysteresis(rule(SEVEN_DAYS), price(from, currency), risk(3))
        .isWorth(
            new Candidate(
                Types.ec2("m5.large", 2, 8192).unpriced(),
                price(to, currency),
                Optional.empty(),
                risk(riskAfter)));
  }

  private static boolean isWorth(String from, String to) {
    return isWorth(from, to, "USD", 3);
  }

  @Test
  void aChangeMustSaveItsShare() {
    // 5 % of 200 is 10
    assertThat(isWorth("200", "190")).isTrue();
    assertThat(isWorth("200", "190.01")).isFalse();
  }

  @Test
  void aChangeMustSaveItsAmount() {
    // 5 % of 20 is 1, less than 5 USD
    assertThat(isWorth("20", "15")).isTrue();
    assertThat(isWorth("20", "15.01")).isFalse();
  }

  @Test
  void aCurrencyWithoutAnAmountHasOnlyTheShare() {
    assertThat(isWorth("20", "19", "EUR", 3)).isTrue();
    assertThat(isWorth("20", "19.01", "EUR", 3)).isFalse();
  }

  @Test
  void twoLevelsLessRiskAreWorthAnySaving() {
    assertThat(isWorth("200", "199.99", "USD", 1)).isTrue();
    assertThat(isWorth("200", "199.99", "USD", 2)).isFalse();
  }

  @Test
  void whatSavesNothingIsNeverWorthIt() {
    assertThat(isWorth("200", "200", "USD", 0)).isFalse();
    assertThat(isWorth("200", "201", "USD", 0)).isFalse();
  }

  private static Instance changed(TypeChange... changes) {
    return Instance.builder(
            "i-1",
            new Placement(Provider.AWS, "1", "us-east-1", Optional.empty()),
            new TypeHistory("m5.large", List.of(changes)))
        .build();
  }

  private static TypeChange change(Duration ago, String type) {
    return new TypeChange(Machines.AS_OF.minus(ago), type, /* madeByHeadroom= */ false);
  }

  private static boolean isCoolingDown(TypeChange... changes) {
    return Hysteresis.isCoolingDown(changed(changes), rule(SEVEN_DAYS), Machines.AS_OF);
  }

  @Test
  void aMachineIsLeftAloneForSevenDays() {
    TypeChange first = change(Duration.ofDays(100), "m5.xlarge");
    assertThat(isCoolingDown(first, change(SEVEN_DAYS.minusSeconds(1), "m5.large"))).isTrue();
    assertThat(isCoolingDown(first, change(SEVEN_DAYS, "m5.large"))).isFalse();
    assertThat(isCoolingDown(first, change(Duration.ZERO, "m5.large"))).isTrue();
  }

  @Test
  void aChangeToComeDoesNotCount() {
    Instant later = Machines.AS_OF.plusSeconds(1);
    assertThat(
            isCoolingDown(
                change(Duration.ofDays(100), "m5.xlarge"),
                new TypeChange(later, "m5.large", /* madeByHeadroom= */ false)))
        .isFalse();
  }

  @Test
  void whereTheHistoryBeginsIsNoChange() {
    Instant recent = Machines.AS_OF.minus(Duration.ofDays(1));
    assertThat(isCoolingDown(change(Duration.ofDays(1), "m5.large"))).isFalse();
    assertThat(isCoolingDown(new TypeChange(recent, "m5.large", /* madeByHeadroom= */ true)))
        .isTrue();
    assertThat(isCoolingDown()).isFalse();
  }
}
