package io.headroom.executor.stage;

import io.headroom.model.cloud.FailureKind;
import java.util.Optional;

/**
 * What came of a change.
 *
 * @param failure why it failed; absent if it was accepted
 * @param text what was answered, in words
 */
public record Answer(Result result, Optional<FailureKind> failure, String text) {

  /** What came of it. */
  public enum Result {
    /** It was accepted. */
    ACCEPTED,
    /** It was accepted, and there was nothing to do: somebody was quicker. */
    NOTHING_TO_DO,
    /** It was refused: it had no effect. */
    REFUSED,
    /** Nobody knows whether it had an effect. */
    UNKNOWN
  }

  /** Returns the answer that a failed call gives. */
  public static Answer of(FailureKind kind, String text) {
    return new Answer(
        switch (kind) {
          case TIMED_OUT, UNAVAILABLE, UNEXPECTED -> Result.UNKNOWN;
          case THROTTLED,
              CREDENTIALS,
              DENIED,
              NOT_FOUND,
              INVALID_REQUEST,
              QUOTA_EXCEEDED,
              CAPACITY_UNAVAILABLE,
              CONFLICT ->
              Result.REFUSED;
        },
        Optional.of(kind),
        text);
  }

  boolean isAccepted() {
    return result == Result.ACCEPTED || result == Result.NOTHING_TO_DO;
  }

  boolean isRefusedAs(FailureKind kind) {
    return failure.filter(kind::equals).isPresent();
  }
}
