package io.headroom.executor.stage;

import io.headroom.executor.operation.Course;
import io.headroom.executor.operation.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which type is tried next when the cloud refuses one: the ranked fallbacks, then the type it had;
 * when all were refused, all of them again. It never ends without a type.
 */
final class NextTarget {

  private NextTarget() {}

  /** After a refusal for want of capacity, which may pass: the same type for a short time. */
  static Move afterRefusal(Scene scene, Operation operation, String type, String why) {
    Instant since = operation.outage().refusedSince().orElse(scene.now());
    if (scene.isWithin(since, scene.patience().capacity())) {
      return Move.rest(
          operation.with(operation.tally().failed()),
          scene.patience().after(Math.min(operation.tally().tries(), 2)));
    }
    scene.around().capacity().refused(type, operation.machine().zone(), scene.now());
    return move(scene, operation, type, "no capacity for " + type + ": " + why);
  }

  /** After a refusal that will not pass. */
  static Move forGood(Scene scene, Operation operation, String type, String why) {
    return move(scene, operation, type, "no " + type + ": " + why);
  }

  private static Move move(Scene scene, Operation operation, String type, String why) {
    if (operation.course().conclusion().isPresent()) {
      return insist(scene, operation, why);
    }
    Course course = operation.course().refusing(type);
    Optional<String> next = next(scene, operation, course);
    if (next.isPresent()) {
      return Move.on(
          operation
              .on(course.towards(next.get(), why))
              .with(operation.outage().forAnotherTarget())
              .with(operation.tally().succeeded()));
    }
    return insist(scene, operation.on(course.refusingNone()), why);
  }

  private static Optional<String> next(Scene scene, Operation operation, Course course) {
    String from = operation.resize().from();
    return operation.resize().allowedTypes().stream()
        .filter(type -> !course.refused().contains(type) && !course.unfit().contains(type))
        .filter(type -> type.equals(from) || !isScarce(scene, operation, type))
        .findFirst();
  }

  private static boolean isScarce(Scene scene, Operation operation, String type) {
    return scene.around().capacity().isRefused(type, operation.machine().zone(), scene.now());
  }

  /** Nothing was left to try: a person is told, and everything is tried again. */
  private static Move insist(Scene scene, Operation operation, String why) {
    List<String> allowed =
        operation.resize().allowedTypes().stream()
            .filter(type -> !operation.course().unfit().contains(type))
            .toList();
    String target = operation.course().target();
    String next =
        operation.course().conclusion().isPresent()
            ? target
            : allowed.get((allowed.indexOf(target) + 1) % allowed.size());
    Operation trying =
        operation
            .on(operation.course().towards(next, why))
            .with(operation.outage().forAnotherTarget())
            .telling("all refused", operation.machine().label() + " is stopped: " + why);
    return Move.rest(
        trying.with(trying.tally().failed()), scene.patience().after(trying.tally().tries()));
  }
}
