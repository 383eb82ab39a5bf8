package io.headroom.ledger.recommendation;

import java.util.EnumSet;
import java.util.Set;

/**
 * What became of a recommendation. The words are those of Google's Recommender, and two more. A
 * machine has one recommendation that is open at a time.
 *
 * <pre>
 * ACTIVE    → CLAIMED, DISMISSED, SNOOZED, SUPERSEDED
 * CLAIMED   → SUCCEEDED, FAILED, ACTIVE (given back, nothing was done)
 * DISMISSED → ACTIVE, SUPERSEDED
 * SNOOZED   → ACTIVE, DISMISSED, SNOOZED (until another time), SUPERSEDED
 * SUCCEEDED, FAILED, SUPERSEDED: over
 * </pre>
 */
public enum RecommendationState {
  /** Waits for somebody. */
  ACTIVE,
  /** Somebody is about to carry it out: what it says does not change any more. */
  CLAIMED,
  /** Carried out. */
  SUCCEEDED,
  /** Could not be carried out. */
  FAILED,
  /** Somebody does not want it; the same answer of a later run does not bring it back. */
  DISMISSED,
  /** Somebody does not want it until some time. */
  SNOOZED,
  /** A later run says something else, or the machine is gone. */
  SUPERSEDED;

  private static final Set<RecommendationState> OPEN =
      EnumSet.of(ACTIVE, CLAIMED, DISMISSED, SNOOZED);

  /** Whether later runs go on with it, rather than making another one. */
  public boolean isOpen() {
    return OPEN.contains(this);
  }

  /** Whether it may go over into that state. */
  public boolean mayBecome(RecommendationState next) {
    return switch (this) {
      case ACTIVE -> next == CLAIMED || next == DISMISSED || next == SNOOZED || next == SUPERSEDED;
      case CLAIMED -> next == SUCCEEDED || next == FAILED || next == ACTIVE;
      case DISMISSED -> next == ACTIVE || next == SUPERSEDED;
      case SNOOZED -> next == ACTIVE || next == DISMISSED || next == SNOOZED || next == SUPERSEDED;
      case SUCCEEDED, FAILED, SUPERSEDED -> false;
    };
  }
}
