package io.headroom.ledger.upkeep;

import java.time.Duration;

/**
 * How long what is kept. The audit log, policies, and what is open or under way are kept for ever.
 *
 * @param series samples; counted from the end of their day
 * @param recommendations recommendations that are over, with their evidence
 * @param runs runs, unless a recommendation names them
 * @param catalogs snapshots of the catalog; the newest of each provider stays
 * @param deliveries deliveries that were made or given up
 */
public record Retention(
    Duration series,
    Duration recommendations,
    Duration runs,
    Duration catalogs,
    Duration deliveries) {

  /** Longer than any season of a quarter, and two years of what was said and done. */
  public static final Retention DEFAULT =
      new Retention(
          Duration.ofDays(100),
          Duration.ofDays(730),
          Duration.ofDays(730),
          Duration.ofDays(730),
          Duration.ofDays(30));

  /**
   * Checks the times.
   *
   * @throws IllegalArgumentException if one is shorter than a day
   */
  public Retention {
    requireDay("series", series);
    requireDay("recommendations", recommendations);
    requireDay("runs", runs);
    requireDay("catalogs", catalogs);
    requireDay("deliveries", deliveries);
  }

  private static void requireDay(String name, Duration kept) {
    if (kept.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException(
          "Invalid retention of " + name + ": " + kept + "; expected a day or more");
    }
  }
}
