package io.headroom.model.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeRangeTest {

  private static final Instant NOON = Instant.parse("2026-07-20T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void startIsInsideAndEndIsNot() {
    TimeRange range = TimeRange.startingAt(NOON, HOUR);
    assertThat(range.contains(NOON)).isTrue();
    assertThat(range.contains(NOON.minusNanos(1))).isFalse();
    assertThat(range.contains(NOON.plus(HOUR).minusNanos(1))).isTrue();
    assertThat(range.contains(NOON.plus(HOUR))).isFalse();
  }

  @Test
  void isMadeFromEitherEnd() {
    assertThat(TimeRange.endingAt(NOON, HOUR)).isEqualTo(new TimeRange(NOON.minus(HOUR), NOON));
    assertThat(TimeRange.startingAt(NOON, HOUR)).isEqualTo(new TimeRange(NOON, NOON.plus(HOUR)));
    assertThat(TimeRange.startingAt(NOON, HOUR).length()).isEqualTo(HOUR);
  }

  @Test
  void mayBeEmptyButNotNegative() {
    Instant before = NOON.minusSeconds(1);
    assertThat(new TimeRange(NOON, NOON).contains(NOON)).isFalse();
    assertThatThrownBy(() -> new TimeRange(NOON, before))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid time range: 2026-07-20T12:00:00Z to 2026-07-20T11:59:59Z;"
                + " expected the end at or after the start");
  }
}
