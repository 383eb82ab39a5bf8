package io.headroom.cloud.gce.monitoring;

import com.google.monitoring.v3.Point;
import com.google.monitoring.v3.TimeInterval;
import com.google.protobuf.Timestamp;
import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * Slots that are asked for, and where the answers belong. Google's interval is open at its start
 * and closed at its end, and a point is stamped with the end of its period: the point at 10:05 of
 * five minutes is the slot {@code [10:00, 10:05)}. Source: Monitoring API, TimeInterval and
 * Aggregation.
 *
 * <p>The ends lie on multiples of the step, so that it makes no difference whether periods are
 * counted from the epoch or back from the end of the interval.
 */
record SlotGrid(TimeRange range, Duration step) {

  /** Returns the number of slots. */
  int slots() {
    return Math.toIntExact(range.length().toSeconds() / step.toSeconds());
  }

  /** Returns the interval of a request for all slots. */
  TimeInterval interval() {
    return TimeInterval.newBuilder()
        .setStartTime(timestamp(range.start()))
        .setEndTime(timestamp(range.end()))
        .build();
  }

  /** Returns the slot of a point; nothing if the point ends where no slot does. */
  OptionalInt slot(Point point) {
    Timestamp end = point.getInterval().getEndTime();
    long after = end.getSeconds() - range.start().getEpochSecond();
    boolean fits =
        end.getNanos() == 0
            && after > 0
            && after % step.toSeconds() == 0
            && after / step.toSeconds() <= slots();
    return fits ? OptionalInt.of((int) (after / step.toSeconds()) - 1) : OptionalInt.empty();
  }

  /** Returns the slots {@code from} to {@code until}. */
  SlotGrid part(int from, int until) {
    return new SlotGrid(new TimeRange(start(from), start(until)), step);
  }

  /** Returns the start of a slot. */
  Instant start(int slot) {
    return range.start().plus(step.multipliedBy(slot));
  }

  private static Timestamp timestamp(Instant time) {
    return Timestamp.newBuilder().setSeconds(time.getEpochSecond()).build();
  }
}
