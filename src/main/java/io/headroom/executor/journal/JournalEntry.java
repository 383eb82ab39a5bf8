package io.headroom.executor.journal;

import io.headroom.executor.operation.Action;
import io.headroom.model.resize.OperationId;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the journal.
 *
 * @param number counts the lines of the whole journal, from 1
 * @param epoch under which claim it was written; 0 if under none
 * @param intent number of the change it is about; 0 if about none
 * @param action the change, if it is about one
 * @param text what happened, in words
 */
public record JournalEntry(
    long number,
    OperationId operation,
    long epoch,
    Instant at,
    Kind kind,
    long intent,
    Optional<Action> action,
    String text) {

  /** What a line says. */
  public enum Kind {
    /** The operation was opened. */
    OPENED,
    /** A replica took it. */
    CLAIMED,
    /** A change is about to be made. */
    INTENT,
    /** What the change's answer was. */
    ANSWER,
    /** It went on to another phase. */
    PHASE,
    /** Somebody wants something of it. */
    WISH,
    /** It ended. */
    ENDED
  }

  /**
   * A line that is not in the journal yet.
   *
   * @param intent number of the change it is about; 0 if about none
   */
  public record Line(Kind kind, long intent, Optional<Action> action, String text) {

    /** Returns a line about no change. */
    public static Line of(Kind kind, String text) {
      return new Line(kind, 0, Optional.empty(), text);
    }
  }
}
