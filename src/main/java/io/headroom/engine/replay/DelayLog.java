package io.headroom.engine.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The delays of a play. Only slots in which something waits are kept: on a size that carries its
 * demand there are none, and nothing is allocated.
 */
final class DelayLog {

  private static final double P95 = 0.95;
  private static final int MILLIS = 1000;
  private static final int FIRST_SIZE = 256;
  private static final double[] EMPTY = {};

  private double[] delays = EMPTY;
  private int count;
  private double worst;
  private long worstAt;
  private final DayCount days = new DayCount();

  /** Takes the delay at the end of the slot that starts at {@code start}, in seconds. */
  void add(long start, double delay) {
    if (count == delays.length) {
      delays = Arrays.copyOf(delays, Math.max(FIRST_SIZE, 2 * count));
    }
    delays[count] = delay;
    count++;
    if (delay > worst) {
      worst = delay;
      worstAt = start;
    }
    days.see(start);
  }

  /**
   * Returns what was logged.
   *
   * @param slots all observed slots, those without a delay included
   * @param left seconds that still wait at the end
   */
  Delays delays(long slots, double left) {
    return count == 0
        ? Delays.NONE
        : new Delays(
            duration(p95(slots)),
            duration(worst),
            Optional.of(Instant.ofEpochSecond(worstAt)),
            duration(left),
            days.days());
  }

  /** The nearest rank among all slots; those without a delay come first. */
  private double p95(long slots) {
    int rank = (int) (Math.ceil(P95 * slots) - (slots - count));
    if (rank < 1) {
      return 0;
    }
    double[] sorted = Arrays.copyOf(delays, count);
    Arrays.sort(sorted);
    return sorted[rank - 1];
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * MILLIS));
  }
}
