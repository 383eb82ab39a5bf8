package io.headroom.model.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DataRateTest {

  @Test
  void providersCountBitsInDecimalUnits() {
    // 1 Mbps = 10^6 bits = 125,000 bytes a second
    assertThat(DataRate.ofMegabitsPerSecond(1)).isEqualTo(new DataRate(125_000));
    assertThat(DataRate.ofGigabitsPerSecond(0.75)).isEqualTo(DataRate.ofMegabitsPerSecond(750));
  }

  @Test
  void refusesWhatIsNoRate() {
    assertThatThrownBy(() -> new DataRate(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid data rate: -1.0; expected a number of 0 or more");
    assertThatThrownBy(() -> new DataRate(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void comparesByRate() {
    DataRate slow = new DataRate(1);
    DataRate fast = new DataRate(2);
    assertThat(fast.covers(slow)).isTrue();
    assertThat(fast.covers(fast)).isTrue();
    assertThat(slow.covers(fast)).isFalse();
    assertThat(slow).isLessThan(fast);
  }

  @Test
  void showsBits() {
    assertThat(DataRate.ofMegabitsPerSecond(780)).hasToString("0.78 Gbps");
    assertThat(DataRate.ofMegabitsPerSecond(100)).hasToString("0.1 Gbps");
    assertThat(DataRate.ofMegabitsPerSecond(12.5)).hasToString("12.5 Mbps");
    assertThat(DataRate.ofGigabitsPerSecond(10)).hasToString("10 Gbps");
  }
}
