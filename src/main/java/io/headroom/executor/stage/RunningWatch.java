package io.headroom.executor.stage;

import io.headroom.executor.machine.PowerState;
import io.headroom.executor.machine.StopCause;
import io.headroom.executor.operation.Operation;
import io.headroom.executor.operation.Phase;
import java.util.Optional;

/** Looks after a machine that this operation brought up: is it still that run, on that type? */
final class RunningWatch {

  private RunningWatch() {}

  /** Returns what to do if it is not; nothing if it is. */
  static Optional<Move> objection(Scene scene) {
    return switch (scene.seen().power()) {
      case RUNNING -> running(scene);
      case STARTING, DELETED -> Optional.of(rest(scene));
      case STOPPING, STOPPED -> Optional.of(down(scene));
      case SUSPENDED -> Optional.of(Ending.superseded(scene, "somebody suspended the machine"));
    };
  }

  private static Optional<Move> running(Scene scene) {
    if (isOld(scene)) {
      return Optional.of(rest(scene));
    }
    if (!scene.showsRunBefore()) {
      return Optional.of(Ending.superseded(scene, "somebody else restarted the machine"));
    }
    return Optional.empty();
  }

  /** A look from before the start shows an earlier run. */
  private static boolean isOld(Scene scene) {
    return scene
        .outage()
        .runBefore()
        .filter(run -> scene.seen().run().started().isBefore(run))
        .isPresent();
  }

  private static Move down(Scene scene) {
    Operation operation = scene.operation();
    if (isOld(scene)) {
      return rest(scene);
    }
    boolean ours = scene.mayBeOwnStop() || scene.seen().run().cause() == StopCause.PROVIDER;
    if (!ours) {
      return Ending.superseded(scene, "somebody else stopped the machine");
    }
    boolean stopped = scene.isSeen(PowerState.STOPPED) || scene.isSeen(PowerState.STOPPING);
    return Move.on(
        operation
            .with(stopped ? operation.outage().stopSeen() : operation.outage())
            .in(Phase.SWITCHING, scene.now()));
  }

  private static Move rest(Scene scene) {
    return Move.rest(scene.operation(), scene.patience().poll());
  }

  /** The machine is not well on its type: back to the one before, or to a person. */
  static Move unwell(Scene scene, Operation operation, String why) {
    if (operation.isGoingBack()) {
      return Ending.handOver(scene, operation, why);
    }
    String type = operation.course().target();
    String from = operation.resize().from();
    return Move.on(
        operation
            .on(
                operation
                    .course()
                    .findingUnfit(type)
                    .towards(from, "not well as " + type + ": " + why))
            .with(operation.outage().ofRun(scene.seen().run().started()))
            .in(Phase.SHRINKING, scene.now()));
  }
}
