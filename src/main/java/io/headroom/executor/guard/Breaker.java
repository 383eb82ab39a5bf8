package io.headroom.executor.guard;

import io.headroom.executor.machine.Sighting;
import io.headroom.executor.operation.Operation;
import io.headroom.model.resize.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * Ends a run that does harm: as soon as one machine was handed to a person, nothing new begins.
 * What has begun is finished. Safe for use by several threads.
 */
public final class Breaker implements Guard {

  private Optional<String> tripped = Optional.empty();

  /** Takes note of how an operation ended. */
  public synchronized void note(Operation ended) {
    ended
        .outcome()
        .filter(outcome -> outcome.kind() == Outcome.Kind.HANDED_OVER)
        .ifPresent(
            outcome ->
                tripped =
                    Optional.of(ended.machine().label() + " needs a person: " + outcome.reason()));
  }

  @Override
  public synchronized Optional<String> objection(Operation operation, Sighting seen, Instant now) {
    return tripped.map(why -> "the run was stopped: " + why);
  }
}
