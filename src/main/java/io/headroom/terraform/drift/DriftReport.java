package io.headroom.terraform.drift;

import io.headroom.advice.Problem;
import java.util.List;

/**
 * What file, state and cloud disagree about.
 *
 * @param compared how many keys were compared
 * @param differences by key
 * @param problems what could not be compared, in their order
 */
public record DriftReport(int compared, List<Difference> differences, List<Problem> problems) {

  /** Sorts and copies the lists. */
  public DriftReport {
    differences = differences.stream().sorted().toList();
    problems = problems.stream().sorted().toList();
  }
}
