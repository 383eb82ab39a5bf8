package io.headroom.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTicksTest {

  @Test
  void areMultiplesOfOneTwoOrFive() {
    assertThat(ticks(8.4, 4)).containsExactly("2", "4", "6", "8");
    assertThat(ticks(33, 4)).containsExactly("10", "20", "30");
    assertThat(ticks(0.9, 4)).containsExactly("0.2", "0.4", "0.6", "0.8");
    assertThat(ticks(64, 4)).containsExactly("20", "40", "60");
    assertThat(ticks(1, 2)).containsExactly("0.5", "1");
  }

  @Test
  void areNeverMoreThanAskedForAndNeverNone() {
    for (int most = 2; most <= 8; most++) {
      for (double top = 0.0003; top < 1e7; top *= 1.37) {
        List<String> ticks = ticks(top, most);
        assertThat(ticks).as("%s up to %s", most, top).hasSizeBetween(1, most);
        assertThat(new BigDecimal(ticks.get(ticks.size() - 1)).doubleValue())
            .isLessThanOrEqualTo(top);
      }
    }
  }

  @Test
  void needAnAxisWithALength() {
    assertThatIllegalArgumentException().isThrownBy(() -> RoundTicks.upTo(0, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> RoundTicks.upTo(Double.NaN, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> RoundTicks.upTo(5, 1));
  }

  private static List<String> ticks(double top, int most) {
    return RoundTicks.upTo(top, most).stream().map(BigDecimal::toPlainString).toList();
  }
}
