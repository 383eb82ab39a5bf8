package io.headroom.collector;

import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import java.util.Optional;

/**
 * A call that was tried once, in its cheapest form, to learn whether it is allowed.
 *
 * @param permission what it needs
 * @param failure why it failed; nothing if it was answered
 */
public record Probe(Permission permission, Optional<CloudException> failure) {

  /** Makes a call that needs a permission. */
  public static Probe of(Permission permission, Runnable call) {
    try {
      call.run();
      return new Probe(permission, Optional.empty());
    } catch (CloudException failure) {
      return new Probe(permission, Optional.of(failure));
    }
  }

  /** Whether the provider answered. */
  public boolean isAllowed() {
    return failure.isEmpty();
  }

  /** Whether the provider refused it; a call that failed otherwise may be allowed or not. */
  public boolean isDenied() {
    return failure.filter(why -> why.kind() == FailureKind.DENIED).isPresent();
  }
}
