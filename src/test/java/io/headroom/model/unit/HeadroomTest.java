package io.headroom.model.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadroomTest {

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWhatIsNoHeadroom(double fraction) {
    assertThatThrownBy(() -> new Headroom(fraction))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid headroom: " + fraction + "; expected a number of 0 or more");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "50, 1.5", "100, 2"})
  void factorIsOneAndTheFraction(double percent, double factor) {
    assertThat(Headroom.ofPercent(percent).factor()).isEqualTo(factor);
  }

  @Test
  void targetUtilizationIsTheOtherWayToSayIt() {
    // demand that fills 80 % of the capacity has 1 / 0.8 = 1.25 times itself
    assertThat(Headroom.ofTargetUtilization(Utilization.ofPercent(80)).fraction()).isEqualTo(0.25);
    assertThat(Headroom.ofTargetUtilization(Utilization.ofPercent(100))).isEqualTo(Headroom.NONE);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 100.1})
  void refusesATargetThatCannotBeMet(double percent) {
    Utilization target = Utilization.ofPercent(percent);
    assertThatThrownBy(() -> Headroom.ofTargetUtilization(target))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid target utilization: " + target + "; expected more than 0 % and at most 100 %");
  }

  @Test
  void showsPercent() {
    assertThat(Headroom.ofPercent(50)).hasToString("50 %");
    assertThat(Headroom.ofPercent(12.5)).hasToString("12.5 %");
  }
}
