package io.headroom.model.policy;

import io.headroom.model.unit.Share;
import java.time.Duration;

/**
 * How much must have been observed. Each length is compared with 2 % tolerance.
 *
 * @param lookback how far back the window reaches
 * @param forVerdict less CPU history than this gives no verdict
 * @param toReduce less history of a dimension than this does not reduce that dimension
 * @param toReduceFreely less history than this, or none at a month end, allows one size down at
 *     most; zero never limits the step
 * @param coverage less of the expected slots than this does not reduce that dimension
 */
public record HistoryRule(
    Duration lookback,
    Duration forVerdict,
    Duration toReduce,
    Duration toReduceFreely,
    Share coverage) {

  /** Returns this rule with another look-back. */
  public HistoryRule withLookback(Duration other) {
    return new HistoryRule(other, forVerdict, toReduce, toReduceFreely, coverage);
  }
}
