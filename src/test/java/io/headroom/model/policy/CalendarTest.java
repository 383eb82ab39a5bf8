package io.headroom.model.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CalendarTest {

  @Test
  void anEmptyCalendarHasNoNamedTime() {
    Instant now = Instant.parse("2026-07-20T00:00:00Z");
    TimeRange year = TimeRange.endingAt(now, Duration.ofDays(366));
    assertThat(Calendar.EMPTY.kept(year)).isEmpty();
    assertThat(Calendar.EMPTY.leftOut(year)).isEmpty();
    assertThat(Calendar.EMPTY.freezeAt(now)).isEmpty();
    assertThat(Calendar.EMPTY.zone()).isEqualTo(ZoneOffset.UTC);
  }
}
