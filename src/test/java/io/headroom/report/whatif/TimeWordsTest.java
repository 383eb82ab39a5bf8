package io.headroom.report.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0",
    "PT0.05S, under 0.1 s",
    "PT12S, 12 s",
    "PT52.5S, 52.5 s",
    "PT14M, 14 min",
    "PT59M30S, 59.5 min",
    "PT1H48M, 1.8 h",
    "PT47H, 47 h",
    "PT48H, 2 days",
    "PT420H, 17.5 days"
  })
  void namesALengthInTheUnitThatReadsBest(Duration length, String words) {
    assertThat(TimeWords.shown(length)).isEqualTo(words);
  }
}
