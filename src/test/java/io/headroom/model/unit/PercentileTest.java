package io.headroom.model.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentileTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 100.1, Double.NaN})
  void refusesWhatIsNoPercentile(double percent) {
    assertThatThrownBy(() -> new Percentile(percent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid percentile: " + percent + "; expected more than 0 and at most 100");
  }

  /** Nearest rank: the value at rank ceil(P / 100 × n) from below, so n − that + 1 from above. */
  @ParameterizedTest
  @CsvSource({
    "99.5, 4032, 21", // ceil(4011.84) = 4012, 4032 - 4012 + 1
    "99.8, 4032, 9", // ceil(4023.936) = 4024
    "99.5, 12096, 61", // ceil(12035.52) = 12036
    "99.8, 12096, 25", // ceil(12071.808) = 12072
    "100, 4032, 1",
    "99.5, 4000, 21", // exactly 3980; in doubles 3980.0000000000005
    "50, 4, 3", // rank 2 from below
    "50, 5, 3", // ceil(2.5) = 3, the middle
    "0.001, 5, 5", // the smallest
    "99.5, 1, 1"
  })
  void countsTheRankFromTheTop(double percent, int count, int rank) {
    assertThat(new Percentile(percent).rankFromTop(count)).isEqualTo(rank);
  }

  @Test
  void hasTheUsualShortName() {
    assertThat(new Percentile(99.5)).hasToString("p99.5");
    assertThat(new Percentile(95)).hasToString("p95");
  }
}
