package io.headroom.executor.stage;

import io.headroom.executor.host.Health;
import io.headroom.executor.machine.StatusChecks;
import io.headroom.executor.operation.Action;
import io.headroom.executor.operation.Operation;
import io.headroom.executor.operation.Phase;
import java.util.Optional;

/** It runs. The cloud's checks must pass, and the application must be healthy several times. */
final class Verifying implements Stage {

  @Override
  public Move next(Scene scene) {
    Optional<Move> objection = RunningWatch.objection(scene);
    if (objection.isPresent()) {
      return objection.get();
    }
    if (scene.seen().checks() != StatusChecks.PASSED) {
      return wait(scene, scene.operation(), "the cloud's status checks do not pass");
    }
    Health health = scene.health();
    Operation operation = scene.operation();
    if (!health.isHealthy()) {
      return wait(scene, operation.with(operation.tally().unhealthy()), health.reason());
    }
    Operation healthy = operation.with(operation.tally().healthy());
    return healthy.tally().streak() >= scene.patience().inARow()
        ? Move.on(healthy.in(Phase.GROWING, scene.now()))
        : Move.rest(healthy, scene.patience().poll());
  }

  private static Move wait(Scene scene, Operation operation, String why) {
    return scene.isWithin(operation.tally().since(), scene.patience().wellness())
        ? Move.rest(operation, scene.patience().poll())
        : RunningWatch.unwell(scene, operation, why);
  }

  @Override
  public Move after(Scene scene, Operation intended, Action action, Answer answer) {
    return Move.on(intended);
  }
}
