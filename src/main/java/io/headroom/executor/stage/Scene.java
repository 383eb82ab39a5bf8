package io.headroom.executor.stage;

import io.headroom.executor.host.Health;
import io.headroom.executor.journal.Claim;
import io.headroom.executor.journal.Wish;
import io.headroom.executor.machine.PowerState;
import io.headroom.executor.machine.Sighting;
import io.headroom.executor.operation.Operation;
import io.headroom.executor.operation.Outage;
import io.headroom.model.resize.WorkerCounts;
import java.time.Duration;
import java.time.Instant;

/**
 * What a stage decides from: the operation, the machine as it was just seen, and what can be asked
 * without changing anything.
 *
 * @param seen the machine, looked at after the last change
 */
public record Scene(Claim claim, Sighting seen, Surroundings around) {

  /** Returns the operation. */
  public Operation operation() {
    return claim.operation();
  }

  /** Returns the journal's time. */
  public Instant now() {
    return claim.now();
  }

  /** Returns the same look at the same time for {@code operation}, which has gone on. */
  public Scene of(Operation operation) {
    return new Scene(
        new Claim(operation, claim.owner(), claim.epoch(), claim.now(), claim.wish()),
        seen,
        around);
  }

  Outage outage() {
    return operation().outage();
  }

  Patience patience() {
    return around.patience();
  }

  /** Returns how the application is now. */
  Health health() {
    return around.health().probe(operation().machine());
  }

  /** Returns how many workers run now. */
  WorkerCounts workers() {
    return around.workers().running(operation().machine());
  }

  boolean isSeen(PowerState power) {
    return seen.power() == power;
  }

  /** Whether the look shows the run that is to be stopped or was stopped. */
  boolean showsRunBefore() {
    return outage().runBefore().filter(seen.run().started()::equals).isPresent();
  }

  boolean isCancelled() {
    return claim.wish() == Wish.CANCEL;
  }

  /** Whether a stop of this operation may still arrive. */
  boolean mayStillBeStopped() {
    return outage().mayStillBeStopped(now(), patience().stray());
  }

  /** Whether the stop that is seen may be a late one of this operation. */
  boolean mayBeOwnStop() {
    return outage().mayStillBeStopped(seen.run().stopped().orElse(now()), patience().stray());
  }

  /** Whether less than {@code length} has passed since {@code then}. */
  boolean isWithin(Instant then, Duration length) {
    return now().isBefore(then.plus(length));
  }
}
