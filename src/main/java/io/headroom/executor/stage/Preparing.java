package io.headroom.executor.stage;

import io.headroom.executor.guard.Guard;
import io.headroom.executor.host.Health;
import io.headroom.executor.journal.Wish;
import io.headroom.executor.machine.Breadcrumb;
import io.headroom.executor.machine.PowerState;
import io.headroom.executor.operation.Action;
import io.headroom.executor.operation.Operation;
import io.headroom.executor.operation.Phase;
import io.headroom.executor.operation.Trace;
import io.headroom.model.cloud.FailureKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be known before a stop, then the mark. Any doubt gives the operation up: the
 * machine has not been touched.
 */
final class Preparing implements Stage {

  private static final int MOST_TRIES = 5;

  /** A mark of another installation that is older than this was left behind. */
  private static final Duration MARK_LASTS = Duration.ofHours(24);

  @Override
  public Move next(Scene scene) {
    Operation operation = scene.operation();
    if (scene.isCancelled()) {
      return Ending.abort(scene, "it was cancelled");
    }
    if (scene.claim().wish() == Wish.PAUSE) {
      return Move.rest(operation, scene.patience().longestPause());
    }
    if (operation.tally().tries() > MOST_TRIES) {
      return Ending.abort(scene, "the machine could not be checked and marked");
    }
    Optional<String> objection = objection(scene);
    if (objection.isPresent()) {
      return Ending.abort(scene, objection.get());
    }
    Operation checked =
        operation
            .with(operation.outage().ofRun(scene.seen().run().started()))
            .with(operation.tally().validatedAt(scene.now()));
    if (isMarkedBy(scene, operation)) {
      return Move.on(checked.in(Phase.SHRINKING, scene.now()));
    }
    return Move.act(
        checked.on(checked.course().leaving(Trace.MARKED)), Action.of(Action.Kind.MARK));
  }

  /** The cheap questions come first. */
  private static Optional<String> objection(Scene scene) {
    return aboutMachine(scene)
        .or(() -> aboutMark(scene))
        .or(() -> aboutGuards(scene))
        .or(() -> aboutCloud(scene))
        .or(() -> aboutHealth(scene));
  }

  private static Optional<String> aboutMachine(Scene scene) {
    Operation operation = scene.operation();
    if (!scene.now().isBefore(operation.order().planExpires())) {
      return Optional.of("the plan has expired");
    }
    if (!scene.isSeen(PowerState.RUNNING)) {
      return Optional.of("the machine is not running: it is left as it was found");
    }
    if (!scene.seen().type().equals(operation.resize().from())) {
      return Optional.of("the plan is stale: the machine is a " + scene.seen().type() + " now");
    }
    return Optional.empty();
  }

  private static Optional<String> aboutMark(Scene scene) {
    return scene
        .seen()
        .breadcrumb()
        .filter(mark -> !mark.operation().equals(scene.operation().id()))
        .filter(mark -> scene.isWithin(mark.since(), MARK_LASTS))
        .map(
            (Breadcrumb mark) ->
                "it is marked by "
                    + mark.operation()
                    + " since "
                    + mark.since()
                    + ", an operation of somebody else");
  }

  private static Optional<String> aboutGuards(Scene scene) {
    for (Guard guard : scene.around().guards()) {
      Optional<String> objection = guard.objection(scene.operation(), scene.seen(), scene.now());
      if (objection.isPresent()) {
        return objection;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> aboutCloud(Scene scene) {
    Operation operation = scene.operation();
    String goal = operation.resize().goal();
    if (scene.around().capacity().isRefused(goal, operation.machine().zone(), scene.now())
        && operation.resize().fallbacks().isEmpty()) {
      return Optional.of("there was no capacity for " + goal + " a short time ago");
    }
    List<String> objections =
        scene
            .around()
            .machines()
            .objections(operation.machine(), operation.resize().allowedTypes());
    return objections.stream().findFirst();
  }

  private static Optional<String> aboutHealth(Scene scene) {
    Health health = scene.health();
    return health.isHealthy()
        ? Optional.empty()
        : Optional.of("the application is not healthy now: " + health.reason());
  }

  private static boolean isMarkedBy(Scene scene, Operation operation) {
    return scene
        .seen()
        .breadcrumb()
        .filter(mark -> mark.operation().equals(operation.id()))
        .isPresent();
  }

  @Override
  public Move after(Scene scene, Operation intended, Action action, Answer answer) {
    if (answer.isAccepted()) {
      return Move.on(intended.in(Phase.SHRINKING, scene.now()));
    }
    if (answer.isRefusedAs(FailureKind.DENIED)) {
      return Ending.abort(scene, intended, answer.text());
    }
    return Move.rest(
        intended.with(intended.tally().failed()), scene.patience().after(intended.tally().tries()));
  }
}
