package io.headroom.executor.stage;

import io.headroom.executor.operation.Action;
import io.headroom.executor.operation.Operation;
import io.headroom.model.resize.Outcome;

/** Takes the mark off and ends. A mark that cannot be taken off stays: it is only a tag. */
final class Closing implements Stage {

  private static final int MOST_TRIES = 5;

  @Override
  public Move next(Scene scene) {
    Operation operation = scene.operation();
    boolean marked =
        scene
            .seen()
            .breadcrumb()
            .filter(mark -> mark.operation().equals(operation.id()))
            .isPresent();
    return marked && operation.tally().tries() < MOST_TRIES
        ? Move.act(operation, Action.of(Action.Kind.UNMARK))
        : Move.on(ended(operation));
  }

  private static Operation ended(Operation operation) {
    return operation.ended(
        operation
            .course()
            .conclusion()
            .orElse(new Outcome(Outcome.Kind.HANDED_OVER, "it ended without a conclusion")));
  }

  @Override
  public Move after(Scene scene, Operation intended, Action action, Answer answer) {
    return answer.isAccepted()
        ? Move.on(ended(intended))
        : Move.rest(
            intended.with(intended.tally().failed()),
            scene.patience().after(intended.tally().tries()));
  }
}
