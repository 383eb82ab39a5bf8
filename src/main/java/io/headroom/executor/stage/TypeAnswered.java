package io.headroom.executor.stage;

import io.headroom.executor.operation.Operation;
import io.headroom.executor.operation.Outage.Answered;
import io.headroom.model.cloud.FailureKind;

/**
 * What follows from the answer to a change of type.
 *
 * @param intended the operation with the change asked for
 */
record TypeAnswered(Scene scene, Operation intended, String type, Answer answer) {

  Move next() {
    if (answer.isAccepted()) {
      return Move.on(
          intended
              .with(intended.outage().askingType(type, scene.now(), Answered.ACCEPTED))
              .with(intended.tally().succeeded()));
    }
    FailureKind kind = answer.failure().orElse(FailureKind.UNEXPECTED);
    return switch (kind) {
      case TIMED_OUT, UNAVAILABLE, UNEXPECTED, THROTTLED, CONFLICT, NOT_FOUND, CREDENTIALS ->
          again();
      case DENIED, INVALID_REQUEST, QUOTA_EXCEEDED, CAPACITY_UNAVAILABLE ->
          NextTarget.forGood(scene, intended, type, answer.text());
    };
  }

  private Move again() {
    Operation failed = intended.with(intended.tally().failed());
    return Move.rest(
        Trouble.told(failed, answer), scene.patience().after(intended.tally().tries()));
  }
}
