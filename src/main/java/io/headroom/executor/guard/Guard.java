package io.headroom.executor.guard;

import io.headroom.executor.machine.Sighting;
import io.headroom.executor.operation.Operation;
import java.time.Instant;
import java.util.Optional;

/** Says why an operation must not begin. It is asked again right before the stop. */
public interface Guard {

  /**
   * Returns why the machine must not be touched now, in words without a full stop; nothing if it
   * may be.
   */
  Optional<String> objection(Operation operation, Sighting seen, Instant now);
}
