package io.headroom.model.demand;

/**
 * Whether the machine itself cut the demand off, so that what was observed is less than was wanted.
 */
public enum Censoring {
  /** Nothing cut it off. */
  NONE,
  /** Cut off now and then: the demand is at least this, the dimension is not reduced. */
  AT_LEAST,
  /** Cut off so often that the capacity is doubled: more than 1 % of the slots, or 3 days. */
  GROWS,
  /** Cut off on the larger size as often as on the smaller one before: it would fill any size. */
  ELASTIC_OR_RUNAWAY;

  /** Whether the demand is only known to be at least what was observed. */
  public boolean isCensored() {
    return this != NONE;
  }
}
