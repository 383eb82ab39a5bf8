package io.headroom.ledger.machine;

import io.headroom.model.machine.Instance;
import java.time.Instant;
import java.util.Optional;

/**
 * A machine as it was last seen.
 *
 * @param firstSeen when a collection first found it
 * @param lastSeen when a collection last found it
 * @param goneSince when a collection that looked into its whole place did not find it any more;
 *     absent while it is there
 */
public record KnownInstance(
    Instance instance, Instant firstSeen, Instant lastSeen, Optional<Instant> goneSince) {

  /** Whether it was there when its place was last looked into. */
  public boolean isThere() {
    return goneSince.isEmpty();
  }
}
