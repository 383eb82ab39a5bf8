package io.headroom.executor.stage;

import io.headroom.executor.host.HostException;
import io.headroom.executor.machine.PowerState;
import io.headroom.executor.operation.Action;
import io.headroom.executor.operation.Operation;
import io.headroom.executor.operation.Phase;
import io.headroom.model.resize.WorkerChange;
import io.headroom.model.resize.WorkerCounts;
import java.util.Optional;

/** Brings the workers to what the type carries, and reads back what runs. */
final class Growing implements Stage {

  private static final int MOST_TRIES = 5;

  @Override
  public Move next(Scene scene) {
    Operation operation = scene.operation();
    boolean givenUp = operation.course().conclusion().isPresent();
    if (givenUp && !scene.isSeen(PowerState.RUNNING)) {
      return onwards(scene, operation);
    }
    Optional<Move> objection = givenUp ? Optional.empty() : RunningWatch.objection(scene);
    if (objection.isPresent()) {
      return objection.get();
    }
    Optional<WorkerCounts> wanted =
        operation.resize().workers().map(change -> wanted(scene, change));
    if (wanted.isEmpty()) {
      return onwards(scene, operation);
    }
    return operation.tally().tries() >= MOST_TRIES
        ? onwards(scene, operation.telling("workers", trouble(operation, wanted.get())))
        : compared(scene, wanted.get());
  }

  private static Move compared(Scene scene, WorkerCounts wanted) {
    Operation operation = scene.operation();
    try {
      return scene.workers().equals(wanted)
          ? onwards(scene, operation)
          : Move.act(operation, Action.setWorkers(wanted));
    } catch (HostException unreachable) {
      return failed(scene, operation);
    }
  }

  private static WorkerCounts wanted(Scene scene, WorkerChange change) {
    return scene.seen().type().equals(scene.operation().resize().from())
        ? change.before()
        : change.after();
  }

  private static String trouble(Operation operation, WorkerCounts wanted) {
    return "the workers of "
        + operation.machine().label()
        + " could not be set to "
        + wanted
        + "; it runs with what fits both types";
  }

  private static Move onwards(Scene scene, Operation operation) {
    Phase next = operation.course().conclusion().isPresent() ? Phase.CLOSING : Phase.BAKING;
    return Move.on(operation.in(next, scene.now()));
  }

  private static Move failed(Scene scene, Operation operation) {
    return Move.rest(
        operation.with(operation.tally().failed()),
        scene.patience().after(operation.tally().tries()));
  }

  @Override
  public Move after(Scene scene, Operation intended, Action action, Answer answer) {
    return answer.isAccepted() ? Move.on(intended) : failed(scene, intended);
  }
}
