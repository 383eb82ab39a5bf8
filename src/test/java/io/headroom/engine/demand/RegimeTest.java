package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.testing.Types;
import org.junit.jupiter.api.Test;

class RegimeTest {

  private static final long DAY = 86_400;
  private static final long MIDNIGHT = 20_000 * DAY;

  private static Regime regime() {
    return new Regime(Types.ec2("m5.large", 2, 8192).type());
  }

  @Test
  void countsSlotsAndUtcDays() {
    Regime regime = regime();
    regime.observe(MIDNIGHT - 1);
    regime.observe(MIDNIGHT);
    regime.observe(MIDNIGHT + DAY - 1);
    regime.censor(MIDNIGHT);
    regime.censor(MIDNIGHT + 1);
    regime.censor(MIDNIGHT + DAY);
    assertThat(regime.observed()).isEqualTo(3);
    assertThat(regime.observedDays()).isEqualTo(2);
    assertThat(regime.censored()).isEqualTo(3);
    assertThat(regime.censoredDays()).isEqualTo(2);
  }

  @Test
  void daysBeforeAnyCloudAreOneDay() {
    Regime regime = regime();
    regime.observe(0);
    regime.observe(DAY);
    assertThat(regime.observedDays()).isOne();
  }

  @Test
  void comparesTheShareOfTimeCutOff() {
    Regime half = regime();
    Regime third = regime();
    for (int slot = 0; slot < 6; slot++) {
      half.observe(slot);
      third.observe(slot);
    }
    for (int slot = 0; slot < 3; slot++) {
      half.censor(slot);
    }
    third.censor(0);
    third.censor(1);
    assertThat(half.asOftenAs(third)).isTrue();
    assertThat(half.asOftenAs(half)).isTrue();
    assertThat(third.asOftenAs(half)).isFalse();
  }
}
