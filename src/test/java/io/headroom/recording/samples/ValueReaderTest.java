package io.headroom.recording.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueReaderTest {

  private static final int MANY = 400_000;

  @Test
  void readsShortDecimalsAsTheJdkDoes() {
    check(
        random -> {
          int digits = 1 + random.nextInt(9);
          long number = random.nextLong((long) Math.pow(10, digits));
          return BigDecimal.valueOf(number, random.nextInt(digits + 1)).toPlainString();
        });
  }

  @Test
  void readsDecimalsOfAnyLengthAsTheJdkDoes() {
    check(
        random -> {
          int digits = 1 + random.nextInt(22);
          StringBuilder text = new StringBuilder();
          for (int i = 0; i < digits; i++) {
            text.append((char) ('0' + random.nextInt(10)));
          }
          return text.insert(random.nextInt(digits + 1), '.').toString();
        });
  }

  @Test
  void readsNumbersMidwayBetweenTwoFloatsAsTheJdkDoes() {
    // rounding to double and then to float goes wrong just beside the middle, so both the exact
    // middle and its neighbours at 15 digits are tried
    check(
        random -> {
          float below = Float.intBitsToFloat(random.nextInt(0x7F00_0000));
          BigDecimal middle =
              new BigDecimal(below)
                  .add(new BigDecimal(Math.nextUp(below)))
                  .divide(BigDecimal.valueOf(2));
          MathContext rounding =
              new MathContext(
                  7 + random.nextInt(12),
                  random.nextBoolean() ? RoundingMode.UP : RoundingMode.DOWN);
          return middle.round(rounding).toPlainString();
        });
  }

  @Test
  void readsMiddlesOfShortDecimalsAsTheJdkDoes() {
    // 15 digits and below hold the exact middle for floats of 2^24 to 2^31 and for those with few
    // bits behind the point
    check(
        random -> {
          float below =
              random.nextBoolean()
                  ? (float) random.nextLong(1L << 31)
                  : random.nextInt(1 << 20) / 1024f;
          BigDecimal middle =
              new BigDecimal(below)
                  .add(new BigDecimal(Math.nextUp(below)))
                  .divide(BigDecimal.valueOf(2));
          return middle.toPlainString();
        });
  }

  @Test
  void readsEveryKindOfFloatAsTheJdkDoes() {
    check(
        random -> {
          float value = Float.intBitsToFloat(random.nextInt(0x7F80_0000));
          return random.nextBoolean()
              ? Float.toString(value)
              : String.format(Locale.ROOT, "%.8e", value);
        });
  }

  @Test
  void takesNothingBetweenSemicolonsForGaps() throws RowFault {
    assertThat(read(";1;;2.5;")).containsExactly(Float.NaN, 1, Float.NaN, 2.5f, Float.NaN);
  }

  @Test
  void readsFromTheGivenPlaceOn() throws RowFault {
    assertThat(new ValueReader().read("i-1,300,7;8".getBytes(UTF_8), 8, Float.MAX_VALUE))
        .containsExactly(7, 8);
  }

  @Test
  void keepsNegativeZero() throws RowFault {
    // -0 is not below 0, and a writer must be able to write what it read
    assertThat(Float.floatToRawIntBits(read("-0")[0])).isEqualTo(0x8000_0000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN", "inf", "-1", "-1e-9", "1,5", " 1", "0x10", "1f", ".", "+", "1e", "1.2.3", "--"
      })
  void refusesWhatIsNoNumber(String text) {
    assertThatThrownBy(() -> read("5;" + text + ";6"))
        .isInstanceOf(RowFault.class)
        .hasMessage(
            "\""
                + text
                + "\" in slot 1; expected a number of 0 or more, or nothing for a slot without a"
                + " sample");
  }

  @Test
  void refusesWhatSinglePrecisionDoesNotHold() {
    // the largest float is 3.4028235e38
    assertThatThrownBy(() -> read("3.5e38"))
        .hasMessage("\"3.5e38\" in slot 0; expected a number that single precision holds");
  }

  @Test
  void refusesAPercentageWhereAFractionIsExpected() {
    assertThatThrownBy(() -> new ValueReader().read("0.5;37.5".getBytes(UTF_8), 0, 16))
        .hasMessage("\"37.5\" in slot 1; expected at most 16 (is the unit right?)");
    assertThatThrownBy(() -> new ValueReader().read("3.75e1".getBytes(UTF_8), 0, 16))
        .hasMessage("\"3.75e1\" in slot 0; expected at most 16 (is the unit right?)");
  }

  @Test
  void refusesAnEmptyList() {
    assertThatThrownBy(() -> read(""))
        .hasMessage("nothing; expected a value for at least one slot");
  }

  @Test
  void readsMoreValuesThanItHasRoomForAtFirst() throws RowFault {
    assertThat(read("1;".repeat(10_000))).hasSize(10_001).startsWith(1, 1).endsWith(1, Float.NaN);
  }

  private static float[] read(String text) throws RowFault {
    return new ValueReader().read(text.getBytes(UTF_8), 0, Float.MAX_VALUE);
  }

  private static void check(Function<Random, String> texts) {
    Random random = new Random(20260803);
    ValueReader reader = new ValueReader();
    for (int i = 0; i < MANY; i++) {
      String text = texts.apply(random);
      float expected = Float.parseFloat(text);
      if (!Float.isInfinite(expected)) {
        int found = Float.floatToRawIntBits(single(reader, text));
        if (found != Float.floatToRawIntBits(expected)) {
          assertThat(Float.intBitsToFloat(found)).as(text).isEqualTo(expected);
        }
      }
    }
  }

  private static float single(ValueReader reader, String text) {
    try {
      return reader.read(text.getBytes(UTF_8), 0, Float.MAX_VALUE)[0];
    } catch (RowFault fault) {
      throw new AssertionError(text, fault);
    }
  }
}
