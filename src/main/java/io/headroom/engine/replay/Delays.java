package io.headroom.engine.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long work would have waited: at the end of each observed slot, the time until the work that
 * has come by then is done.
 *
 * @param p95 95th percentile over the observed slots
 * @param worst the longest
 * @param worstAt start of the first slot with the longest; absent if nothing ever waited
 * @param left what still waits at the end
 * @param days UTC days on which something waited
 */
public record Delays(
    Duration p95, Duration worst, Optional<Instant> worstAt, Duration left, int days) {

  /** Nothing ever waited. */
  public static final Delays NONE =
      new Delays(Duration.ZERO, Duration.ZERO, Optional.empty(), Duration.ZERO, 0);
}
