package io.headroom.advice;

import java.util.List;

/**
 * What a run adds up to.
 *
 * @param totals sums and counts
 * @param problems what went wrong without stopping the run, in their order
 */
public record RunSummary(FleetTotals totals, List<Problem> problems) {

  /** Sorts and copies the problems. */
  public RunSummary {
    problems = problems.stream().sorted().toList();
  }
}
