package io.headroom.model.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MebibytesTest {

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWhatIsNoAmount(double value) {
    assertThatThrownBy(() -> new Mebibytes(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid MiB: " + value + "; expected a number of 0 or more");
  }

  @Test
  void countsInPowersOfTwo() {
    // 1 GiB = 1024 MiB = 1,073,741,824 bytes; a decimal gigabyte is 953.67 MiB
    assertThat(Mebibytes.ofGibibytes(16)).isEqualTo(new Mebibytes(16384));
    assertThat(Mebibytes.ofBytes(1_073_741_824)).isEqualTo(new Mebibytes(1024));
    assertThat(Mebibytes.ofBytes(1_000_000_000).value()).isBetween(953.67, 953.68);
  }

  @Test
  void roundsToOneKibibyte() {
    // 1 KiB = 1/1024 MiB = 0.0009765625
    assertThat(new Mebibytes(1 + 0.0004).value()).isEqualTo(1);
    assertThat(new Mebibytes(1 + 0.0006).value()).isEqualTo(1 + 0.0009765625);
    assertThat(Mebibytes.ofBytes(1024).value()).isEqualTo(0.0009765625);
    // one and a half goes to even: 2 KiB; half a KiB goes to 0
    assertThat(Mebibytes.ofBytes(1536)).isEqualTo(Mebibytes.ofBytes(2048));
    assertThat(Mebibytes.ofBytes(512)).isEqualTo(Mebibytes.NONE);
  }

  @Test
  void calculates() {
    Mebibytes some = new Mebibytes(1024);
    assertThat(some.plus(new Mebibytes(512))).isEqualTo(new Mebibytes(1536));
    assertThat(some.minusAtLeastNone(new Mebibytes(24))).isEqualTo(new Mebibytes(1000));
    assertThat(some.minusAtLeastNone(new Mebibytes(1025))).isEqualTo(Mebibytes.NONE);
    assertThat(some.with(Headroom.ofPercent(50))).isEqualTo(new Mebibytes(1536));
    assertThat(some.times(0.25)).isEqualTo(new Mebibytes(256));
    assertThat(some.of(new Mebibytes(4096))).isEqualTo(Utilization.ofPercent(25));
  }

  @Test
  void comparesByAmount() {
    Mebibytes less = new Mebibytes(8191.5);
    Mebibytes more = new Mebibytes(8192);
    assertThat(more.covers(less)).isTrue();
    assertThat(more.covers(more)).isTrue();
    assertThat(less.covers(more)).isFalse();
    assertThat(less.max(more)).isEqualTo(more);
    assertThat(more.max(less)).isEqualTo(more);
    assertThat(less.min(more)).isEqualTo(less);
    assertThat(more.min(less)).isEqualTo(less);
    assertThat(less).isLessThan(more);
  }

  @ParameterizedTest
  @CsvSource({"8191.5, 8192", "8192, 8192", "0, 0", "0.001, 1"})
  void wholeMebibytesHoldTheAmount(double value, long whole) {
    assertThat(new Mebibytes(value).wholeRoundedUp()).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({
    "600, 600 MiB",
    "1023.94, 1023.9 MiB",
    "1024, 1 GiB",
    "18739.2, 18.3 GiB",
    "16384, 16 GiB",
    "0.5, 0.5 MiB"
  })
  void showsTheUnitPeopleUse(double value, String shown) {
    assertThat(new Mebibytes(value)).hasToString(shown);
  }
}
