package io.headroom.model.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OperationRateTest {

  @Test
  void comparesByRate() {
    OperationRate slow = new OperationRate(3000);
    OperationRate fast = new OperationRate(3600);
    assertThat(fast.covers(slow)).isTrue();
    assertThat(fast.covers(fast)).isTrue();
    assertThat(slow.covers(fast)).isFalse();
    assertThat(slow).isLessThan(fast);
  }

  @Test
  void refusesWhatIsNoRate() {
    assertThatThrownBy(() -> new OperationRate(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid operation rate: -1.0; expected a number of 0 or more");
  }

  @Test
  void showsIops() {
    assertThat(new OperationRate(3600)).hasToString("3600 IOPS");
  }
}
