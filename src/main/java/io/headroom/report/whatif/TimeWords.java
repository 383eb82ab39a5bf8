package io.headroom.report.whatif;

import java.time.Duration;
import java.util.Locale;

/** Lengths of time as people read them, with one decimal at most. */
final class TimeWords {

  private static final double MINUTE = 60;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;

  private TimeWords() {}

  /**
   * Returns the length in the unit that reads best: {@code 0}, {@code 12 s}, {@code 14 min}, {@code
   * 3.5 h} and, from two days on, {@code 2.1 days}.
   */
  static String shown(Duration length) {
    double seconds = length.toMillis() / 1000.0;
    if (seconds == 0) {
      return "0";
    }
    if (seconds < MINUTE) {
      return seconds < 0.1 ? "under 0.1 s" : decimal(seconds) + " s";
    }
    if (seconds < HOUR) {
      return decimal(seconds / MINUTE) + " min";
    }
    return seconds < 2 * DAY ? decimal(seconds / HOUR) + " h" : decimal(seconds / DAY) + " days";
  }

  /** Returns hours for a column of hours: {@code 31.5}. */
  static String hours(Duration length) {
    return decimal(length.toSeconds() / HOUR);
  }

  private static String decimal(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
