package io.headroom.recording.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.headroom.testing.Seeds;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ShortestDecimalTest {

  @Test
  void writesAsFewDigitsAsSayTheNumber() {
    assertThat(text(0)).isEqualTo("0");
    assertThat(text(7)).isEqualTo("7");
    assertThat(text(12.5f)).isEqualTo("12.5");
    assertThat(text(0.05f)).isEqualTo("0.05");
    assertThat(text(1.0004f)).isEqualTo("1.0004");
    assertThat(text(100)).isEqualTo("100");
    assertThat(text(1e9f)).isEqualTo("1000000000");
    assertThat(text(1e-9f)).isEqualTo("0.000000001");
  }

  /** In steps of 0.25, 0.2 and 0.3 say the same number and are as near. */
  @Test
  void takesTheEvenOneOfTwoThatAreAsNear() {
    assertThat(text(2_097_152 + 0.25f)).isEqualTo("2097152.2");
  }

  @Test
  void writesWhatTheGeneralWayWrites() {
    Seeds.forEach(
        100,
        random -> {
          for (int i = 0; i < 10_000; i++) {
            check(Float.intBitsToFloat(random.nextInt(Float.floatToIntBits(1e12f))));
            check(random.nextInt(1_000_000) / 10_000f);
            check(random.nextFloat() * (1 << random.nextInt(24)));
          }
        });
  }

  private static void check(float value) {
    String general = NumberOutput.toString(value, /* useFastWriter= */ true);
    String expected =
        value == 0 ? "0" : new BigDecimal(general).stripTrailingZeros().toPlainString();
    if (!text(value).equals(expected)) {
      assertThat(text(value)).isEqualTo(expected);
    }
  }

  private static String text(float value) {
    StringBuilder text = new StringBuilder();
    ShortestDecimal.append(text, value);
    return text.toString();
  }
}
