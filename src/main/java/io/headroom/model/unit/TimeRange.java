package io.headroom.model.unit;

import java.time.Duration;
import java.time.Instant;

/** A half-open interval of time, {@code [start, end)}, in UTC. It may be empty, never negative. */
public record TimeRange(Instant start, Instant end) {

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if {@code end} is before {@code start}
   */
  public TimeRange {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "Invalid time range: "
              + start
              + " to "
              + end
              + "; expected the end at or after the start");
    }
  }

  /** Returns the range of {@code length} that ends at {@code end}. */
  public static TimeRange endingAt(Instant end, Duration length) {
    return new TimeRange(end.minus(length), end);
  }

  /** Returns the range of {@code length} that starts at {@code start}. */
  public static TimeRange startingAt(Instant start, Duration length) {
    return new TimeRange(start, start.plus(length));
  }

  /** Whether {@code instant} lies inside: at or after the start, before the end. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  /** Returns the time between start and end. */
  public Duration length() {
    return Duration.between(start, end);
  }
}
