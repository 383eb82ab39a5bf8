package io.headroom.ledger.run;

/**
 * How far a run is that is under way.
 *
 * @param step what it does, such as {@code collect}; empty before the first step
 * @param done how many machines are done in this step
 * @param total how many there are; 0 while that is not known
 */
public record RunProgress(String step, long done, long total) {

  /** Nothing is done yet. */
  public static final RunProgress NONE = new RunProgress("", 0, 0);
}
