package io.headroom.executor.stage;

import io.headroom.executor.operation.Action;
import io.headroom.executor.operation.Operation;
import io.headroom.executor.operation.Outage;
import io.headroom.executor.operation.Outage.Stop;
import io.headroom.executor.operation.Phase;
import java.time.Instant;
import java.util.Optional;

/** The machine is seen running: it is still to be stopped, it has come back, or the look is old. */
record WhileRunning(Scene scene) {

  Move next() {
    if (scene.outage().isBeyondStop() && scene.outage().stop() != Stop.NONE) {
      return scene.showsRunBefore() ? stopNotSeen() : back();
    }
    return scene.outage().isBeyondStop() ? anotherStop() : firstStop();
  }

  private Move firstStop() {
    Operation operation = scene.operation();
    if (scene.isCancelled()) {
      return Ending.abort(scene, "it was cancelled");
    }
    if (!scene.showsRunBefore() || !scene.seen().type().equals(operation.resize().from())) {
      return Ending.abort(scene, "somebody else changed the machine");
    }
    Optional<Instant> validated = operation.tally().validated();
    if (validated.isEmpty() || !scene.isWithin(validated.get(), scene.patience().fresh())) {
      return Move.on(operation.in(Phase.PREPARING, scene.now()));
    }
    if (scene.seen().breadcrumb().isEmpty()) {
      return waitForMark();
    }
    return scene.seen().breadcrumb().get().operation().equals(operation.id())
        ? ask()
        : Ending.abort(scene, "somebody else marked the machine at the same time");
  }

  /** The mark was accepted; a look without it is old. */
  private Move waitForMark() {
    return Move.rest(scene.operation(), scene.patience().poll());
  }

  /** It was not well on its new type; what is seen running is that. */
  private Move anotherStop() {
    if (!scene.showsRunBefore()) {
      return Ending.superseded(scene, "somebody else restarted the machine");
    }
    return ask();
  }

  private Move ask() {
    Operation operation = scene.operation();
    return Move.act(
        operation.with(operation.outage().askingStop(scene.now())), Action.of(Action.Kind.STOP));
  }

  /** The stop does not show: the look is old, or the stop never arrived. */
  private Move stopNotSeen() {
    Operation operation = scene.operation();
    Outage outage = scene.outage();
    Instant asked = operation.tally().since();
    if (outage.stop() == Stop.SEEN) {
      return Move.rest(operation, scene.patience().poll());
    }
    Instant last = outage.strayStop().filter(stray -> stray.isAfter(asked)).orElse(asked);
    boolean late =
        outage.stop() == Stop.ACCEPTED
            ? !scene.isWithin(asked, scene.patience().stale())
            : !scene.isWithin(last, scene.patience().unanswered());
    if (!late) {
      return Move.rest(operation, scene.patience().poll());
    }
    return scene.isCancelled() && outage.stop() == Stop.ASKED && !scene.mayStillBeStopped()
        ? landed(operation.course().target())
        : ask();
  }

  /** It runs again: with a type this operation started, or by somebody else's hand. */
  private Move back() {
    String type = scene.seen().type();
    if (!scene.outage().starts().contains(type)) {
      return Ending.superseded(scene, "somebody else started the machine");
    }
    return landed(type);
  }

  private Move landed(String type) {
    Operation operation = scene.operation();
    Operation running = operation.with(operation.outage().over(scene.seen().run().started()));
    if (operation.course().conclusion().isPresent()) {
      return Move.on(running.in(Phase.CLOSING, scene.now()));
    }
    if (operation.course().unfit().contains(type)) {
      return Move.on(running.in(Phase.SHRINKING, scene.now()));
    }
    String why = operation.course().target().equals(type) ? operation.course().why() : "";
    return Move.on(
        running.on(operation.course().towards(type, why)).in(Phase.VERIFYING, scene.now()));
  }
}
