package io.headroom.executor.journal;

/**
 * How many operations may be active for another to be opened, counted in the same transaction.
 *
 * @param inGroup most active operations of its group, itself included
 * @param inFleet most active operations of all, itself included
 */
public record OpeningLimit(int inGroup, int inFleet) {

  /** No limit. */
  public static final OpeningLimit NONE = new OpeningLimit(Integer.MAX_VALUE, Integer.MAX_VALUE);
}
