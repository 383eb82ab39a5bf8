package io.headroom.engine.replay;

/** Counts the UTC days of moments that come in the order of time. */
final class DayCount {

  private static final long SECONDS_PER_DAY = 86_400;

  private int days;
  private long lastDay = Long.MIN_VALUE;

  /** Takes a moment, in seconds since the epoch. */
  void see(long second) {
    long day = Math.floorDiv(second, SECONDS_PER_DAY);
    if (day != lastDay) {
      days++;
      lastDay = day;
    }
  }

  int days() {
    return days;
  }
}
