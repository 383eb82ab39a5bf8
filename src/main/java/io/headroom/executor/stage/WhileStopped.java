package io.headroom.executor.stage;

import io.headroom.executor.machine.StopCause;
import io.headroom.executor.operation.Action;
import io.headroom.executor.operation.Course;
import io.headroom.executor.operation.Operation;
import io.headroom.executor.operation.Outage;
import io.headroom.executor.operation.Outage.Answered;
import io.headroom.executor.operation.Outage.Stop;
import io.headroom.executor.operation.Outage.TypeAsked;
import io.headroom.model.resize.Outcome;
import java.time.Instant;
import java.util.Optional;

/** The machine is seen stopped: by this operation, by a failed start, or by somebody else. */
record WhileStopped(Scene scene) {

  Move next() {
    Outage outage = scene.outage();
    if (!outage.isBeyondStop()) {
      return Ending.abort(scene, "somebody else stopped the machine");
    }
    if (!scene.showsRunBefore()) {
      return anotherRunEnded();
    }
    if (outage.stop() == Stop.NONE) {
      return scene.mayBeOwnStop()
          ? ready(scene.operation().with(outage.stopSeen()))
          : Ending.superseded(scene, "somebody else stopped the machine");
    }
    if (outage.startAsked().isPresent()) {
      return started(outage.startAsked().get());
    }
    return ready(scene.operation().with(outage.stopSeen()));
  }

  /** A start was accepted and the machine is not up: it failed, or the look is old. */
  private Move started(Instant asked) {
    Operation operation = scene.operation();
    if (scene.seen().run().cause() == StopCause.PROVIDER) {
      return startFailed();
    }
    return scene.isWithin(asked, scene.patience().stale())
        ? Move.rest(operation, scene.patience().poll())
        : ready(operation);
  }

  /** A later run than the one this operation stopped has ended as well. */
  private Move anotherRunEnded() {
    if (scene.outage().starts().isEmpty() || scene.outage().stop() == Stop.NONE) {
      return Ending.superseded(scene, "somebody else started and stopped the machine");
    }
    if (scene.seen().run().cause() == StopCause.REQUESTED) {
      return scene.mayBeOwnStop()
          ? Move.on(withRunOver())
          : Ending.superseded(scene, "somebody else stopped the machine again");
    }
    return startFailed();
  }

  private Move startFailed() {
    return NextTarget.afterRefusal(
        scene, withRunOver(), scene.seen().type(), "the cloud could not start it");
  }

  private Operation withRunOver() {
    Operation operation = scene.operation();
    return operation.with(
        operation.outage().startFailed(scene.seen().run().started(), scene.now()));
  }

  private Move ready(Operation operation) {
    String type = scene.seen().type();
    Optional<TypeAsked> asked = operation.outage().typeAsked();
    if (isForeign(operation, type)) {
      return yieldTo(operation, type);
    }
    if (asked.isPresent() && !asked.get().type().equals(type) && mayLag(asked.get())) {
      return Move.rest(operation, scene.patience().poll());
    }
    Operation heading = turnedBackIfCancelled(operation);
    String target = heading.course().target();
    return type.equals(target)
        ? Move.act(heading.with(heading.outage().askingStart(type)), Action.start(type))
        : Move.act(
            heading.with(heading.outage().askingType(target, scene.now(), Answered.UNKNOWN)),
            Action.changeType(target));
  }

  private boolean mayLag(TypeAsked asked) {
    return scene.isWithin(
        asked.at(),
        asked.answer() == Answered.ACCEPTED
            ? scene.patience().stale()
            : scene.patience().unanswered());
  }

  private Operation turnedBackIfCancelled(Operation operation) {
    boolean turns =
        scene.isCancelled()
            && operation.outage().starts().isEmpty()
            && operation.course().conclusion().isEmpty();
    return turns
        ? operation.on(operation.course().towards(operation.resize().from(), "it was cancelled"))
        : operation;
  }

  private static boolean isForeign(Operation operation, String type) {
    return !operation.resize().allowedTypes().contains(type)
        && !operation.course().target().equals(type);
  }

  /** Somebody chose another type while it was down: theirs wins, and it is brought up with it. */
  private static Move yieldTo(Operation operation, String type) {
    Course course =
        operation
            .course()
            .towards(type, "somebody else made it a " + type)
            .concluding(new Outcome(Outcome.Kind.SUPERSEDED, "somebody else made it a " + type));
    return Move.on(operation.on(course).with(operation.outage().forAnotherTarget()));
  }
}
