package io.headroom.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The start of a slot, as the people see it who use the machine.
 *
 * @param local their calendar and clock
 */
record Moment(ZonedDateTime local) {

  private static final double SECONDS_PER_HOUR = Duration.ofHours(1).toSeconds();

  static Moment of(long epochSecond, ZoneId zone) {
    return new Moment(Instant.ofEpochSecond(epochSecond).atZone(zone));
  }

  /** Returns the time of day in hours, such as 14.5. */
  double hour() {
    return local.toLocalTime().toSecondOfDay() / SECONDS_PER_HOUR;
  }

  boolean isWeekend() {
    return local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** Whether the time of day lies in {@code [from, until)}. */
  boolean isBetween(LocalTime from, LocalTime until) {
    LocalTime time = local.toLocalTime();
    return !time.isBefore(from) && time.isBefore(until);
  }

  /** Returns the hours since {@code instant}, negative before it. */
  double hoursSince(Instant instant) {
    return (local.toEpochSecond() - instant.getEpochSecond()) / SECONDS_PER_HOUR;
  }
}
