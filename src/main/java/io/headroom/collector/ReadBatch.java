package io.headroom.collector;

import java.util.List;

/**
 * Queries that are answered together, and what that takes.
 *
 * @param cost requests, points and charge
 * @param spends what it takes out of each quota, so that a run can keep below it
 */
public record ReadBatch(List<SeriesQuery> queries, ReadCost cost, List<Spending> spends) {

  /** Copies the lists. */
  public ReadBatch {
    queries = List.copyOf(queries);
    spends = List.copyOf(spends);
  }

  /**
   * An amount taken out of a quota.
   *
   * @param amount requests or points, as the quota counts
   */
  public record Spending(Quota quota, long amount) {}
}
