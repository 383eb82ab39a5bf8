package io.headroom.model.resize;

/**
 * How an operation ended.
 *
 * @param kind what became of the machine
 * @param reason why, in words, without a full stop; empty where the kind says it all
 */
public record Outcome(Kind kind, String reason) {

  /** What became of the machine. */
  public enum Kind {
    /** It runs on the goal. */
    RESIZED,
    /** It runs on a fallback: the cloud had no capacity for the goal. */
    RESIZED_TO_FALLBACK,
    /** It runs on the new type, and its workers are not as planned. A person was told. */
    DEGRADED,
    /** It was stopped, and runs on its old type again. */
    PUT_BACK,
    /** Nothing was done to it. */
    ABORTED,
    /** Somebody else changed it meanwhile; what they did was left alone. */
    SUPERSEDED,
    /** It does not exist any more. */
    GONE,
    /** It runs, and is not well. A person was told and has it now. */
    HANDED_OVER;

    /** Whether the machine has another type than before, by this operation. */
    public boolean changedType() {
      return this == RESIZED || this == RESIZED_TO_FALLBACK || this == DEGRADED;
    }
  }

  /** Returns the outcome for people: {@code PUT_BACK: no capacity for m7i.large}. */
  @Override
  public String toString() {
    return reason.isEmpty() ? kind.name() : kind + ": " + reason;
  }
}
