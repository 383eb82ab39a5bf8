package io.headroom.executor.stage;

import io.headroom.executor.operation.Operation;
import io.headroom.model.cloud.FailureKind;

/**
 * What follows from the answer to a start.
 *
 * @param intended the operation with the start asked for
 */
record StartAnswered(Scene scene, Operation intended, String type, Answer answer) {

  Move next() {
    if (answer.isAccepted()) {
      return Move.rest(
          intended
              .with(intended.outage().startAccepted(scene.now()))
              .with(intended.tally().succeeded()),
          scene.patience().poll());
    }
    FailureKind kind = answer.failure().orElse(FailureKind.UNEXPECTED);
    return switch (kind) {
      case TIMED_OUT, UNAVAILABLE, UNEXPECTED, THROTTLED, CONFLICT, NOT_FOUND, CREDENTIALS ->
          again();
      case CAPACITY_UNAVAILABLE ->
          NextTarget.afterRefusal(
              scene,
              intended.with(
                  intended.outage().startFailed(scene.seen().run().started(), scene.now())),
              type,
              answer.text());
      case DENIED, INVALID_REQUEST, QUOTA_EXCEEDED ->
          NextTarget.forGood(scene, intended, type, answer.text());
    };
  }

  private Move again() {
    Operation failed = intended.with(intended.tally().failed());
    return Move.rest(
        Trouble.told(failed, answer), scene.patience().after(intended.tally().tries()));
  }
}
