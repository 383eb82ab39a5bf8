package io.headroom.executor.stage;

import io.headroom.executor.operation.Action;
import io.headroom.executor.operation.Operation;
import java.time.Duration;
import java.util.Optional;

/**
 * What to do next.
 *
 * @param operation the operation to store, before the change if there is one
 * @param action the change to make
 * @param pause how long nothing needs to be looked at; without meaning if there is a change
 */
public record Move(Operation operation, Optional<Action> action, Duration pause) {

  /** Stores what is meant and makes a change. */
  public static Move act(Operation intended, Action action) {
    return new Move(intended, Optional.of(action), Duration.ZERO);
  }

  /** Stores the operation and looks again at once. */
  public static Move on(Operation next) {
    return new Move(next, Optional.empty(), Duration.ZERO);
  }

  /** Stores the operation and waits. */
  public static Move rest(Operation next, Duration pause) {
    return new Move(next, Optional.empty(), pause);
  }
}
