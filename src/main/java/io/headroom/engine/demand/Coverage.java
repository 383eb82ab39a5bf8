package io.headroom.engine.demand;

import io.headroom.model.unit.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How much of the look-back window was observed.
 *
 * @param share observed time of the expected time
 * @param first start of the first observed slot
 * @param last end of the last observed slot
 */
record Coverage(Share share, Optional<Instant> first, Optional<Instant> last) {

  /** Returns the time from first to last, nothing observed being no time. */
  Duration history() {
    return first.isPresent()
        ? Duration.ofSeconds(last.orElseThrow().getEpochSecond() - first.get().getEpochSecond())
        : Duration.ZERO;
  }
}
