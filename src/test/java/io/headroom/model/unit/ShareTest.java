package io.headroom.model.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY, 80})
  void refusesWhatIsNoPart(double fraction) {
    assertThatThrownBy(() -> new Share(fraction))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid share: " + fraction + "; expected a number from 0 to 1");
  }

  @Test
  void percentIsOneHundredth() {
    assertThat(Share.ofPercent(80)).isEqualTo(new Share(0.8));
    assertThat(Share.ofPercent(100)).isEqualTo(Share.ALL);
    assertThat(Share.ofPercent(0)).isEqualTo(Share.NONE);
  }

  @Test
  void isPartOfAWhole() {
    assertThat(Share.of(3, 4)).isEqualTo(Share.ofPercent(75));
    assertThat(Share.of(0, 0)).isEqualTo(Share.NONE);
  }

  @Test
  void comparesByFraction() {
    assertThat(Share.ofPercent(80).atLeast(Share.ofPercent(80))).isTrue();
    assertThat(Share.ofPercent(79.9).atLeast(Share.ofPercent(80))).isFalse();
    assertThat(Share.NONE).isLessThan(Share.ALL);
  }

  @Test
  void showsOneDecimal() {
    assertThat(new Share(0.9954)).hasToString("99.5 %");
    assertThat(new Share(0.8)).hasToString("80 %");
  }
}
