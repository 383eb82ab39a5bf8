package io.headroom.executor.stage;

import io.headroom.executor.operation.Operation;
import io.headroom.executor.operation.Outage.Stop;
import io.headroom.executor.stage.Answer.Result;
import io.headroom.model.cloud.FailureKind;
import java.time.Instant;
import java.util.Optional;

/**
 * What follows from the answer to a stop.
 *
 * @param intended the operation with the stop asked for
 */
record StopAnswered(Scene scene, Operation intended, Answer answer) {

  Move next() {
    Optional<Instant> earlier = scene.outage().strayStop();
    if (answer.result() == Result.NOTHING_TO_DO && earlier.isEmpty()) {
      return Ending.superseded(scene, "somebody else stopped the machine at the same time");
    }
    if (answer.isAccepted()) {
      return Move.rest(
          begun(intended.with(intended.outage().stopAccepted(earlier))), scene.patience().poll());
    }
    if (answer.result() == Result.UNKNOWN) {
      return Move.rest(begun(intended), scene.patience().poll());
    }
    return refused();
  }

  /** The time in which the machine must be back runs from here. */
  private Operation begun(Operation operation) {
    return operation.in(operation.phase(), scene.now());
  }

  /** A stop that was refused had no effect: what was before is still true. */
  private Move refused() {
    Operation before = intended.with(scene.outage());
    boolean untouched = !scene.outage().isBeyondStop();
    boolean forGood =
        answer.isRefusedAs(FailureKind.DENIED) || answer.isRefusedAs(FailureKind.INVALID_REQUEST);
    if (untouched && forGood) {
      return Ending.abort(scene, before, answer.text());
    }
    Operation failed = before.with(before.tally().failed());
    boolean stillUnanswered = scene.outage().stop() != Stop.NONE;
    return Move.rest(
        untouched || stillUnanswered || !forGood ? failed : toldAboutRefusal(failed),
        scene.patience().after(before.tally().tries()));
  }

  private Operation toldAboutRefusal(Operation operation) {
    return operation.telling(
        "stop refused",
        "Cannot take "
            + operation.machine().label()
            + " back to "
            + operation.course().target()
            + ": "
            + answer.text());
  }
}
