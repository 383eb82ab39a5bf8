package io.headroom.demo;

import io.headroom.model.unit.TimeRange;
import java.time.Instant;

/** The time of the demo recording: six weeks that end on a Monday, with one month end in them. */
final class DemoTime {

  static final TimeRange WINDOW =
      new TimeRange(Instant.parse("2026-06-08T00:00:00Z"), Instant.parse("2026-07-20T00:00:00Z"));

  /** An hour and ten minutes in which the monitoring of the whole fleet had nothing. */
  static final TimeRange OUTAGE =
      new TimeRange(Instant.parse("2026-06-19T02:00:00Z"), Instant.parse("2026-06-19T03:10:00Z"));

  static final int FIVE_MINUTES = 300;
  static final int HOUR = 3600;

  private DemoTime() {}
}
