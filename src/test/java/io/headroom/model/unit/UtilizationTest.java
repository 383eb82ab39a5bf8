package io.headroom.model.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UtilizationTest {

  @Test
  void percentAndFractionAreToldApart() {
    assertThat(Utilization.ofPercent(37.5)).isEqualTo(Utilization.ofFraction(0.375));
    assertThat(Utilization.ofPercent(37.5).fraction()).isEqualTo(0.375);
  }

  @Test
  void mayExceedOne() {
    // an e2-micro that uses both of its vCPUs reports 8 times what is reserved for it
    assertThat(Utilization.ofFraction(8)).hasToString("800 %");
  }

  @Test
  void refusesWhatIsNoUtilization() {
    assertThatThrownBy(() -> Utilization.ofFraction(-0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid utilization: -0.1; expected a number of 0 or more");
    assertThatThrownBy(() -> Utilization.ofPercent(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void comparesByFractionAndShowsPercent() {
    assertThat(Utilization.ofPercent(20)).isLessThan(Utilization.ofFraction(0.21));
    assertThat(Utilization.ofPercent(37.54)).hasToString("37.5 %");
  }
}
