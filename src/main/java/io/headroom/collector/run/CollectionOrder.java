package io.headroom.collector.run;

import java.time.Duration;
import java.time.Instant;

/**
 * What a collection is to bring.
 *
 * @param target where it goes; what is there already is not asked for again
 * @param lookback how far back to go where nothing is there yet
 * @param end end of the time to collect
 * @param now what time it is: sources keep old samples in longer slots
 * @param parallelism how many requests are under way at once, 1 or more
 * @param quotaPercent how much of each quota to use, 1 or more: less leaves room for others, more
 *     is for quotas that were raised
 */
public record CollectionOrder(
    CollectionTarget target,
    Duration lookback,
    Instant end,
    Instant now,
    int parallelism,
    int quotaPercent) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the look-back is not positive or nothing may be under way
   */
  public CollectionOrder {
    if (lookback.isNegative() || lookback.isZero()) {
      throw new IllegalArgumentException(
          "Invalid look-back: " + lookback + "; expected more than nothing");
    }
    if (parallelism < 1) {
      throw new IllegalArgumentException(
          "Invalid parallelism: " + parallelism + "; expected 1 or more");
    }
    if (quotaPercent < 1) {
      throw new IllegalArgumentException(
          "Invalid share of the quotas: " + quotaPercent + " %; expected 1 or more");
    }
  }
}
