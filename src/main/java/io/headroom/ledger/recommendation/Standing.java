package io.headroom.ledger.recommendation;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a recommendation, and who says so.
 *
 * @param since when it went over into the state
 * @param actor who did it
 * @param reason why; may be empty
 * @param until until when it is snoozed; absent in other states
 */
public record Standing(
    RecommendationState state,
    Instant since,
    String actor,
    String reason,
    Optional<Instant> until) {

  /**
   * Checks the end of a snooze.
   *
   * @throws IllegalArgumentException if something snoozed has no end, or something else has one
   */
  public Standing {
    if (until.isPresent() != (state == RecommendationState.SNOOZED)) {
      throw new IllegalArgumentException(
          "Invalid time until which a recommendation is "
              + state
              + "; expected one for SNOOZED, and only for that");
    }
  }
}
