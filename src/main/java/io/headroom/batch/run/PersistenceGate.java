package io.headroom.batch.run;

import io.headroom.ledger.recommendation.Recommendation;
import io.headroom.ledger.recommendation.RecommendationState;
import io.headroom.model.policy.ExecutionRule;

/**
 * Lets a recommendation through when enough runs in a row gave the same answer, as its policy asks
 * for. A machine whose answer comes and goes is left alone.
 */
public final class PersistenceGate {

  private PersistenceGate() {}

  /**
   * Whether a recommendation may be planned: it waits for somebody, another type is recommended,
   * and {@code rule} asks for no more runs than gave the answer.
   */
  public static boolean isOpen(Recommendation recommendation, ExecutionRule rule) {
    return recommendation.standing().state() == RecommendationState.ACTIVE
        && recommendation.facts().recommendedType().isPresent()
        && runsToGo(recommendation, rule) == 0;
  }

  /** Returns how many more runs must give the same answer; 0 if none. */
  public static int runsToGo(Recommendation recommendation, ExecutionRule rule) {
    return Math.max(0, rule.sameAnswers() - recommendation.repetition().runsInARow());
  }
}
