package io.headroom.executor.stage;

import io.headroom.executor.host.HostException;
import io.headroom.executor.operation.Action;
import io.headroom.executor.operation.Operation;
import io.headroom.executor.operation.Phase;
import io.headroom.executor.operation.Trace;
import io.headroom.model.resize.WorkerChange;
import io.headroom.model.resize.WorkerCounts;
import java.util.Optional;

/** Brings the workers down to what fits both types, before the memory can shrink under them. */
final class Shrinking implements Stage {

  private static final int MOST_TRIES = 3;

  @Override
  public Move next(Scene scene) {
    Operation operation = scene.operation();
    Optional<WorkerCounts> wanted = operation.resize().workers().map(WorkerChange::whileChanging);
    if (wanted.isEmpty()) {
      return Move.on(operation.in(Phase.SWITCHING, scene.now()));
    }
    if (scene.isCancelled() && !operation.outage().isBeyondStop()) {
      return Ending.abort(scene, "it was cancelled");
    }
    if (operation.tally().tries() >= MOST_TRIES) {
      return givenUp(scene);
    }
    try {
      WorkerCounts running = scene.workers();
      if (running.atMost(wanted.get()).equals(running)) {
        return Move.on(operation.in(Phase.SWITCHING, scene.now()));
      }
    } catch (HostException unreachable) {
      return Move.rest(
          operation.with(operation.tally().failed()),
          scene.patience().after(operation.tally().tries()));
    }
    return Move.act(
        operation.on(operation.course().leaving(Trace.SHRUNK)), Action.setWorkers(wanted.get()));
  }

  /** Before a stop nothing has happened; after one the machine must come back all the same. */
  private static Move givenUp(Scene scene) {
    Operation operation = scene.operation();
    if (!operation.outage().isBeyondStop()) {
      return Ending.abort(scene, "its workers could not be set");
    }
    return Move.on(
        operation
            .telling(
                "workers not shrunk",
                "the workers of "
                    + operation.machine().label()
                    + " could not be set before it"
                    + " goes back to "
                    + operation.course().target())
            .in(Phase.SWITCHING, scene.now()));
  }

  @Override
  public Move after(Scene scene, Operation intended, Action action, Answer answer) {
    return answer.isAccepted()
        ? Move.on(intended.with(intended.tally().succeeded()))
        : Move.rest(
            intended.with(intended.tally().failed()),
            scene.patience().after(intended.tally().tries()));
  }
}
