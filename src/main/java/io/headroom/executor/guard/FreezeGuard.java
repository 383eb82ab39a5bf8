package io.headroom.executor.guard;

import io.headroom.executor.machine.Sighting;
import io.headroom.executor.operation.Operation;
import io.headroom.model.policy.Calendar;
import java.time.Instant;
import java.util.Optional;

/** Begins nothing while a freeze is in force. */
public record FreezeGuard(Calendar calendar) implements Guard {

  @Override
  public Optional<String> objection(Operation operation, Sighting seen, Instant now) {
    return calendar
        .freezeAt(now)
        .map(freeze -> "the freeze " + freeze.name() + " lasts until " + freeze.range().end());
  }
}
