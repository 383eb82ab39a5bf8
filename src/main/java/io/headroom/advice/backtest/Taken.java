package io.headroom.advice.backtest;

import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import java.util.List;
import java.util.Optional;

/**
 * The size that was taken at a cut, and how the rest went on it.
 *
 * @param line name of the contender, or of one of the lines it is compared with
 * @param finding what the policy said; absent where no policy was asked
 * @param reasons why
 * @param instanceType the size: what was recommended, else the present one
 * @param price price of a month, discounts and surplus credits included
 */
public record Taken(
    String line,
    Optional<Finding> finding,
    List<FindingReason> reasons,
    String instanceType,
    MonthlyPrice price,
    Fared fared) {

  /** Copies the list. */
  public Taken {
    reasons = List.copyOf(reasons);
  }
}
