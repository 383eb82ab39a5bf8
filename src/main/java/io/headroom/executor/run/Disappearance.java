package io.headroom.executor.run;

import io.headroom.executor.operation.Operation;
import io.headroom.executor.stage.Patience;
import io.headroom.model.resize.Outcome;
import java.time.Instant;

/** Decides when a machine that is not found is gone: one look is no proof. */
final class Disappearance {

  private static final int LOOKS = 5;

  private Disappearance() {}

  /** Returns the operation after a look that did not find its machine, or found it deleted. */
  static Operation noted(Operation operation, Instant now, Patience patience) {
    Operation missing = operation.with(operation.tally().notFound(now));
    boolean gone =
        missing.tally().missing() >= LOOKS
            && !now.isBefore(missing.tally().missingSince().orElse(now).plus(patience.stale()));
    return gone
        ? missing.ended(new Outcome(Outcome.Kind.GONE, "somebody deleted the machine"))
        : missing;
  }
}
