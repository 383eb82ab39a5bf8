package io.headroom.executor.stage;

import io.headroom.executor.machine.PowerState;
import io.headroom.executor.operation.Action;
import io.headroom.executor.operation.Operation;
import java.time.Duration;

/**
 * Stop, change, start. What was seen decides; from the first stop on every way out of here is a
 * machine that runs, is gone, or is somebody else's.
 */
final class Switching implements Stage {

  @Override
  public Move next(Scene scene) {
    return switch (scene.seen().power()) {
      case RUNNING -> new WhileRunning(scene).next();
      case STOPPED -> new WhileStopped(scene).next();
      case STOPPING -> onItsWay(scene, "does not stop");
      case STARTING -> onItsWay(scene, "does not start");
      case SUSPENDED -> Ending.superseded(scene, "somebody suspended the machine");
      case DELETED -> Move.rest(scene.operation(), scene.patience().poll());
    };
  }

  private static Move onItsWay(Scene scene, String trouble) {
    Operation operation = scene.operation();
    if (!operation.outage().isBeyondStop()) {
      return Ending.abort(scene, "somebody else stopped or started the machine");
    }
    boolean stopping = scene.isSeen(PowerState.STOPPING) && scene.showsRunBefore();
    Operation seen = stopping ? operation.with(operation.outage().stopSeen()) : operation;
    Duration stuck = scene.patience().stuck();
    return Move.rest(
        scene.isWithin(operation.tally().since(), stuck)
            ? seen
            : seen.telling(
                trouble,
                operation.machine().label()
                    + " "
                    + trouble
                    + " for "
                    + stuck.toMinutes()
                    + " minutes"),
        scene.patience().poll());
  }

  @Override
  public Move after(Scene scene, Operation intended, Action action, Answer answer) {
    return switch (action.kind()) {
      case STOP -> new StopAnswered(scene, intended, answer).next();
      case CHANGE_TYPE -> new TypeAnswered(scene, intended, action.type(), answer).next();
      case START -> new StartAnswered(scene, intended, action.type(), answer).next();
      case MARK, SET_WORKERS, UNMARK -> Move.on(intended);
    };
  }
}
