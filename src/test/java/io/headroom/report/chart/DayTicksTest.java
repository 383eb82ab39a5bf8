package io.headroom.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayTicksTest {

  private static final Instant MONDAY = Instant.parse("2026-07-20T00:00:00Z");

  @Test
  void areMondaysOverSixWeeks() {
    assertThat(labels(42))
        .containsExactly("8 Jun", "15 Jun", "22 Jun", "29 Jun", "6 Jul", "13 Jul");
  }

  @Test
  void areMidnightsOverAFewDays() {
    assertThat(labels(3)).containsExactly("17 Jul", "18 Jul", "19 Jul");
  }

  @Test
  void leaveOutTheMidnightBeforeTheRange() {
    TimeRange range = TimeRange.endingAt(MONDAY, Duration.ofHours(30));

    // 18 July 18:00 to 20 July 00:00 holds one midnight, that of the 19th
    assertThat(DayTicks.in(range, 7)).extracting(DayTicks.Tick::label).containsExactly("19 Jul");
  }

  @Test
  void areNeverMoreThanAskedFor() {
    for (int days = 1; days < 800; days++) {
      assertThat(labels(days)).as("%s days", days).hasSizeBetween(1, 7);
    }
  }

  private static List<String> labels(int days) {
    return DayTicks.in(TimeRange.endingAt(MONDAY, Duration.ofDays(days)), 7).stream()
        .map(DayTicks.Tick::label)
        .toList();
  }
}
