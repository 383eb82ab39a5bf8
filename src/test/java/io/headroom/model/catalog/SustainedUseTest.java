package io.headroom.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.unit.Share;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SustainedUseTest {

  /**
   * Each quarter of the month has its own price; the multiplier is their mean over the time run.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 1", // nothing run, nothing discounted
    "0.1, 1",
    "0.25, 1",
    "0.5, 0.9", // (1 + 0.8) / 2
    "0.75, 0.8", // (1 + 0.8 + 0.6) / 3
    "0.9, 0.733333333333", // (0.25 × 2.4 + 0.15 × 0.4) / 0.9 = 0.66 / 0.9
    "0.95, 0.7", // from here on it counts as a full month
    "1, 0.7"
  })
  void upToThirtyPercent(double running, BigDecimal multiplier) {
    assertThat(SustainedUse.UP_TO_30.multiplier(new Share(running)))
        .isEqualByComparingTo(multiplier);
  }

  @ParameterizedTest
  @CsvSource({
    "0.25, 1",
    "0.5, 0.9339", // (1 + 0.8678) / 2
    "0.75, 0.866933333333" // (1 + 0.8678 + 0.733) / 3
  })
  void upToTwentyPercent(double running, BigDecimal multiplier) {
    assertThat(SustainedUse.UP_TO_20.multiplier(new Share(running)))
        .isEqualByComparingTo(multiplier);
  }

  @ParameterizedTest
  @CsvSource({"0", "0.5", "0.94", "1"})
  void withoutADiscountNothingIsCheaper(double running) {
    assertThat(SustainedUse.NONE.multiplier(new Share(running)))
        .isEqualByComparingTo(BigDecimal.ONE);
  }

  @Test
  void moreRunningIsNeverDearerAnHour() {
    for (SustainedUse discount : SustainedUse.values()) {
      BigDecimal before = BigDecimal.ONE;
      for (int percent = 0; percent <= 100; percent++) {
        BigDecimal now = discount.multiplier(Share.ofPercent(percent));
        assertThat(now).as("%s at %d %%", discount, percent).isLessThanOrEqualTo(before);
        before = now;
      }
    }
  }
}
