package io.headroom.policy.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.model.policy.Statistic;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.Percentile;
import io.headroom.model.unit.Share;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityFormTest {

  @Test
  void readsPercentages() {
    assertThat(QuantityForm.SHARE.parse("80%")).contains(new Share(0.8));
    assertThat(QuantityForm.SHARE.parse("99.5 %")).contains(new Share(0.995));
    assertThat(QuantityForm.SHARE.parse("0%")).contains(Share.NONE);
    assertThat(QuantityForm.SHARE.parse("100%")).contains(Share.ALL);
    assertThat(QuantityForm.HEADROOM.parse("150%")).contains(new Headroom(1.5));
    // 1 ÷ 0.8 − 1
    assertThat(QuantityForm.TARGET_UTILIZATION.parse("80%")).contains(new Headroom(0.25));
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "0.2", "101%", "-5%", "%", "20 percent", "1e2%", "20%%", "", "٢٠%"})
  void refusesWhatIsNoShare(String text) {
    assertThat(QuantityForm.SHARE.parse(text)).isEmpty();
  }

  @Test
  void limitsHeadroomAndTarget() {
    assertThat(QuantityForm.HEADROOM.parse("1000%")).isPresent();
    assertThat(QuantityForm.HEADROOM.parse("1001%")).isEmpty();
    assertThat(QuantityForm.TARGET_UTILIZATION.parse("0%")).isEmpty();
    assertThat(QuantityForm.TARGET_UTILIZATION.parse("0.9%")).isEmpty();
    assertThat(QuantityForm.TARGET_UTILIZATION.parse("1%")).contains(new Headroom(99));
    assertThat(QuantityForm.TARGET_UTILIZATION.parse("101%")).isEmpty();
  }

  @Test
  void readsLengthsOfTime() {
    assertThat(QuantityForm.DURATION.parse("90m")).contains(Duration.ofMinutes(90));
    assertThat(QuantityForm.DURATION.parse("30h")).contains(Duration.ofHours(30));
    assertThat(QuantityForm.DURATION.parse("14d")).contains(Duration.ofDays(14));
    assertThat(QuantityForm.DURATION.parse("0d")).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"14", "14 d", "1.5d", "-1d", "14D", "P14D", "2w", "1d12h", "999999d"})
  void refusesWhatIsNoLengthOfTime(String text) {
    assertThat(QuantityForm.DURATION.parse(text)).isEmpty();
  }

  @Test
  void readsMemory() {
    assertThat(QuantityForm.MEMORY.parse("150MiB")).contains(new Mebibytes(150));
    assertThat(QuantityForm.MEMORY.parse("4 GiB")).contains(new Mebibytes(4096));
    assertThat(QuantityForm.MEMORY.parse("0.5GiB")).contains(new Mebibytes(512));
  }

  @ParameterizedTest
  @ValueSource(strings = {"150", "150MB", "150M", "4GB", "4Gi", "-1MiB", "150mib"})
  void refusesWhatIsNoMemory(String text) {
    assertThat(QuantityForm.MEMORY.parse(text)).isEmpty();
  }

  @Test
  void readsMoneyExactly() {
    Money money = QuantityForm.MONEY.read("amount", "5.10 USD");

    assertThat(money.amount()).isEqualTo(new BigDecimal("5.10"));
    assertThat(money.currency().getCurrencyCode()).isEqualTo("USD");
    assertThat(money).hasToString("5.10 USD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "$5", "5USD", "USD 5", "5 usd", "5 XYW", "-5 USD"})
  void refusesWhatIsNoMoney(String text) {
    assertThat(QuantityForm.MONEY.parse(text)).isEmpty();
  }

  @Test
  void readsStatistics() {
    assertThat(QuantityForm.STATISTIC.parse("peak")).contains(new Statistic.Peak());
    assertThat(QuantityForm.STATISTIC.parse("p99.5"))
        .contains(new Statistic.OfPercentile(new Percentile(99.5)));
    assertThat(QuantityForm.STATISTIC.parse("p100"))
        .contains(new Statistic.OfPercentile(new Percentile(100)));
    assertThat(QuantityForm.STATISTIC.parse("daily-peak-2")).contains(new Statistic.DailyPeak(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"max", "P99", "p0", "p101", "p99.5%", "daily-peak-0", "daily-peak", "mean"})
  void refusesWhatIsNoStatistic(String text) {
    assertThat(QuantityForm.STATISTIC.parse(text)).isEmpty();
  }

  @Test
  void everyStatisticReadsItsOwnName() {
    for (String name : new String[] {"peak", "p99.5", "p50", "daily-peak-7"}) {
      assertThat(QuantityForm.STATISTIC.read("statistic", name).id()).isEqualTo(name);
    }
  }

  @Test
  void saysWhatIsAccepted() {
    assertThatThrownBy(() -> QuantityForm.SHARE.read("coverage", "20"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid coverage: 20; expected a percentage from 0% to 100%, such as 80%");
  }
}
