package io.headroom.collector;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * What reading takes.
 *
 * @param requests calls, the pages of an answer included
 * @param points samples the provider looks through, whether there are any or not
 * @param charge what the provider charges at list price, in US dollars, free allowances left aside
 */
public record ReadCost(long requests, long points, BigDecimal charge) {

  /** Nothing at all. */
  public static final ReadCost NONE = new ReadCost(0, 0, BigDecimal.ZERO);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public ReadCost {
    if (requests < 0 || points < 0 || charge.signum() < 0) {
      throw new IllegalArgumentException(
          "Invalid cost: " + requests + " requests, " + points + " points, " + charge);
    }
  }

  /** Returns both together. */
  public ReadCost plus(ReadCost other) {
    return new ReadCost(requests + other.requests, points + other.points, charge.add(other.charge));
  }

  /** Returns what several batches take together. */
  public static ReadCost of(Collection<ReadBatch> batches) {
    return batches.stream().map(ReadBatch::cost).reduce(NONE, ReadCost::plus);
  }
}
