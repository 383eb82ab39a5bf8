package io.headroom.executor.stage;

import io.headroom.executor.operation.Operation;
import io.headroom.executor.operation.Phase;
import io.headroom.executor.operation.Trace;
import io.headroom.model.resize.Outcome;

/** The ways out of an operation, each with what must be tidied up first. */
final class Ending {

  private Ending() {}

  /** Gives an operation up before any stop: workers and mark are put back. */
  static Move abort(Scene scene, String why) {
    return abort(scene, scene.operation(), why);
  }

  static Move abort(Scene scene, Operation operation, String why) {
    Outcome outcome = new Outcome(Outcome.Kind.ABORTED, why);
    Operation concluding = operation.on(operation.course().concluding(outcome));
    if (operation.course().traces().contains(Trace.SHRUNK)) {
      return Move.on(concluding.in(Phase.GROWING, scene.now()));
    }
    return operation.course().traces().contains(Trace.MARKED)
        ? Move.on(concluding.in(Phase.CLOSING, scene.now()))
        : Move.on(operation.ended(outcome));
  }

  /** Leaves a machine to whoever changed it. */
  static Move superseded(Scene scene, String why) {
    return conclude(scene, scene.operation(), new Outcome(Outcome.Kind.SUPERSEDED, why));
  }

  /** Takes the mark off and ends. */
  static Move conclude(Scene scene, Operation operation, Outcome outcome) {
    return Move.on(
        operation.on(operation.course().concluding(outcome)).in(Phase.CLOSING, scene.now()));
  }

  /** Gives a running machine that is not well to a person. */
  static Move handOver(Scene scene, Operation operation, String why) {
    String text =
        operation.machine().label() + " runs as " + operation.course().target() + ": " + why;
    return conclude(
        scene, operation.telling("handed over", text), new Outcome(Outcome.Kind.HANDED_OVER, why));
  }
}
