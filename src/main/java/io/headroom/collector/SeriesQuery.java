package io.headroom.collector;

import io.headroom.model.machine.Instance;
import io.headroom.model.series.Metric;
import io.headroom.model.unit.TimeRange;
import java.time.Duration;

/**
 * Asks for one metric of one machine: one value for each slot {@code [k × step, (k + 1) × step)} of
 * the range, counted from the epoch.
 *
 * @param range whole slots: both ends lie on the grid of {@code step}
 * @param step length of a slot, whole seconds
 */
public record SeriesQuery(Instance machine, Metric metric, TimeRange range, Duration step) {

  /**
   * Checks the grid.
   *
   * @throws IllegalArgumentException if the step is not positive whole seconds, or an end of the
   *     range lies between two slots
   */
  public SeriesQuery {
    long seconds = step.toSeconds();
    if (seconds < 1 || !step.equals(Duration.ofSeconds(seconds))) {
      throw new IllegalArgumentException(
          "Invalid step: " + step + "; expected whole seconds, 1 or more");
    }
    if (range.start().toEpochMilli() % (seconds * 1000) != 0
        || range.end().toEpochMilli() % (seconds * 1000) != 0) {
      throw new IllegalArgumentException(
          "Invalid range: "
              + range.start()
              + " to "
              + range.end()
              + "; expected ends on the grid of "
              + seconds
              + " s");
    }
  }

  /** Returns how many slots are asked for. */
  public int slots() {
    return Math.toIntExact(range.length().dividedBy(step));
  }
}
