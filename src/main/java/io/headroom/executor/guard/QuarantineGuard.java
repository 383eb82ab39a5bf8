package io.headroom.executor.guard;

import io.headroom.executor.machine.Sighting;
import io.headroom.executor.operation.Operation;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Leaves a machine alone whose type somebody or something puts back again and again: two owners of
 * one size never agree.
 */
public final class QuarantineGuard implements Guard {

  private static final int REVERSALS = 2;
  private static final Duration WITHIN = Duration.ofDays(14);

  private final PastChanges past;
  private final Duration coolDown;

  /**
   * Takes what is known of the past.
   *
   * @param coolDown shortest time between two changes
   */
  public QuarantineGuard(PastChanges past, Duration coolDown) {
    this.past = past;
    this.coolDown = coolDown;
  }

  @Override
  public Optional<String> objection(Operation operation, Sighting seen, Instant now) {
    TypeHistory history = past.of(operation.machine());
    if (reversals(history.changes(), now.minus(WITHIN)) >= REVERSALS) {
      return Optional.of(
          "somebody put its type back twice within 14 days; let Terraform change it, with the"
              + " generated variables");
    }
    return history.changes().stream()
        .map(TypeChange::from)
        .filter(change -> change.plus(coolDown).isAfter(now))
        .findFirst()
        .map(change -> "it was changed at " + change + "; the cool-down has not passed");
  }

  private static long reversals(List<TypeChange> changes, Instant since) {
    long count = 0;
    for (int i = 1; i < changes.size(); i++) {
      boolean reversal =
          changes.get(i - 1).madeByHeadroom()
              && !changes.get(i).madeByHeadroom()
              && !changes.get(i).from().isBefore(since);
      count += reversal ? 1 : 0;
    }
    return count;
  }
}
