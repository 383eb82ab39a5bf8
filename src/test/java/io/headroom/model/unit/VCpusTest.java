package io.headroom.model.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VCpusTest {

  @ParameterizedTest
  @ValueSource(doubles = {-0.0001, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNoAmount(double value) {
    assertThatThrownBy(() -> new VCpus(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid vCPUs: " + value + "; expected a number of 0 or more");
  }

  @Test
  void absorbsTheNoiseOfSinglePrecision() {
    // 20 % of 10 vCPUs is 2.0000000298 in single precision
    assertThat(new VCpus(0.2f * 10)).isEqualTo(new VCpus(2));
    assertThat(new VCpus(2.0000000298)).isEqualTo(new VCpus(2));
  }

  @ParameterizedTest
  @CsvSource({
    "0.00004, 0", // below half of a ten-thousandth
    "0.00006, 0.0001",
    "0.00005, 0", // half goes to even: 0 rather than 1
    "0.00025, 0.0002", // 2 rather than 3
    "1.23456, 1.2346",
    "9007199254740993, 9007199254740992" // above 2^53 there is nothing left to round
  })
  void roundsToTenThousandthsHalfToEven(double value, double rounded) {
    assertThat(new VCpus(value).value()).isEqualTo(rounded);
  }

  @Test
  void roundingKeepsWhatIsTooMuchTooMuch() {
    assertThat(new VCpus(2).covers(new VCpus(2.001))).isFalse();
    assertThat(new VCpus(2).covers(new VCpus(2))).isTrue();
    assertThat(new VCpus(2).covers(new VCpus(1.9999))).isTrue();
  }

  @Test
  void calculates() {
    assertThat(new VCpus(1.5).plus(new VCpus(0.25))).isEqualTo(new VCpus(1.75));
    assertThat(new VCpus(1.5).minusAtLeastNone(new VCpus(0.5))).isEqualTo(new VCpus(1));
    assertThat(new VCpus(0.5).minusAtLeastNone(new VCpus(1.5))).isEqualTo(VCpus.NONE);
    assertThat(new VCpus(2).with(Headroom.ofPercent(20))).isEqualTo(new VCpus(2.4));
    assertThat(new VCpus(0.4).times(2)).isEqualTo(new VCpus(0.8));
    assertThat(new VCpus(0.5).of(new VCpus(2))).isEqualTo(Utilization.ofFraction(0.25));
  }

  @Test
  void comparesByAmount() {
    VCpus one = new VCpus(1);
    VCpus two = new VCpus(2);
    assertThat(one).isLessThan(two).isEqualByComparingTo(new VCpus(1));
    assertThat(one.max(two)).isEqualTo(two);
    assertThat(two.max(one)).isEqualTo(two);
    assertThat(one.min(two)).isEqualTo(one);
    assertThat(two.min(one)).isEqualTo(one);
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "0.25, 0.25", "1.4, 1.4", "10, 10", "0, 0", "1.23456, 1.2346"})
  void showsNoTrailingZeros(double value, String shown) {
    assertThat(new VCpus(value)).hasToString(shown);
  }
}
