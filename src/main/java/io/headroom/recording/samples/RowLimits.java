package io.headroom.recording.samples;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a row may say; whatever reads or makes samples holds to it. */
public final class RowLimits {

  /** Longest line in bytes: more than a year of one series in slots of a minute. */
  static final int MAX_LINE = 8 << 20;

  /** Longest slot in seconds: a day. */
  public static final int MAX_STEP = 86_400;

  /** No cloud machine has samples before it; an earlier start is a number in the wrong unit. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private RowLimits() {}

  /** Whether a series may start at that moment: in 2000 to 2099, on a whole second. */
  public static boolean allowsStart(Instant start) {
    return !start.isBefore(EARLIEST)
        && start.isBefore(LATEST)
        && start.equals(start.truncatedTo(ChronoUnit.SECONDS));
  }

  /** Whether a series may end at that moment. */
  public static boolean allowsEnd(Instant end) {
    return !end.isAfter(LATEST);
  }
}
