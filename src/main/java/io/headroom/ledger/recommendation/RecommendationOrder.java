package io.headroom.ledger.recommendation;

/**
 * What recommendations are put in order by. Equal ones are in the order of their ids; what has no
 * value comes last.
 */
public enum RecommendationOrder {
  /** Largest saving first; those that cost more come after those that change nothing. */
  SAVING,
  /** Name, then instance id. */
  NAME,
  /** Highest risk first. */
  RISK,
  /** Newest change of state first. */
  NEWEST
}
