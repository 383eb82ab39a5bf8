package io.headroom.executor.guard;

import io.headroom.executor.machine.Sighting;
import io.headroom.executor.operation.Operation;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Leaves machines alone that somebody tagged so, also after the plan was made.
 *
 * @param keys tags that say so, whatever their value but {@code false}
 */
public record OptOutGuard(SortedSet<String> keys) implements Guard {

  /** Copies the set. */
  public OptOutGuard {
    keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
  }

  @Override
  public Optional<String> objection(Operation operation, Sighting seen, Instant now) {
    return keys.stream()
        .filter(key -> seen.tags().containsKey(key))
        .filter(key -> !"false".equalsIgnoreCase(seen.tags().get(key)))
        .findFirst()
        .map(key -> "somebody tagged it " + key);
  }
}
