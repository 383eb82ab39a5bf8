package io.headroom.executor.stage;

import io.headroom.executor.host.Health;
import io.headroom.executor.machine.StatusChecks;
import io.headroom.executor.operation.Action;
import io.headroom.executor.operation.Operation;
import io.headroom.model.resize.Outcome;
import java.time.Duration;
import java.util.Optional;

/**
 * Watches a machine that is well. One that went back to its old type is watched only as long as a
 * stop of this operation may still arrive.
 */
final class Baking implements Stage {

  @Override
  public Move next(Scene scene) {
    Optional<Move> objection = RunningWatch.objection(scene);
    if (objection.isPresent()) {
      return objection.get();
    }
    Operation operation = scene.operation();
    if (isDone(scene)) {
      return Ending.conclude(scene, operation, outcome(operation));
    }
    if (operation.isGoingBack()) {
      return Move.rest(operation, pause(scene));
    }
    Health health = scene.health();
    boolean well = health.isHealthy() && scene.seen().checks() == StatusChecks.PASSED;
    Operation watched =
        operation.with(well ? operation.tally().healthy() : operation.tally().unhealthy());
    if (watched.tally().sick() >= scene.patience().inARow()) {
      return RunningWatch.unwell(
          scene, watched, health.isHealthy() ? "status checks failed" : health.reason());
    }
    return Move.rest(watched, well ? pause(scene) : scene.patience().poll());
  }

  private static Duration pause(Scene scene) {
    return scene.mayStillBeStopped()
        ? scene.patience().longestPause()
        : scene.patience().bakePoll();
  }

  private static boolean isDone(Scene scene) {
    if (scene.mayStillBeStopped()) {
      return false;
    }
    Operation operation = scene.operation();
    return operation.isGoingBack()
        || (operation.tally().sick() == 0
            && !scene.isWithin(operation.tally().since(), scene.patience().bake()));
  }

  private static Outcome outcome(Operation operation) {
    String type = operation.course().target();
    if (operation.isGoingBack()) {
      return new Outcome(Outcome.Kind.PUT_BACK, operation.course().why());
    }
    if (operation.tally().told().contains("workers")) {
      return new Outcome(Outcome.Kind.DEGRADED, "its workers could not be set");
    }
    return type.equals(operation.resize().goal())
        ? new Outcome(Outcome.Kind.RESIZED, "")
        : new Outcome(
            Outcome.Kind.RESIZED_TO_FALLBACK, "to " + type + ", " + operation.course().why());
  }

  @Override
  public Move after(Scene scene, Operation intended, Action action, Answer answer) {
    return Move.on(intended);
  }
}
