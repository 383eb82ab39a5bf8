package io.headroom.ledger.machine;

import io.headroom.model.machine.Provider;
import java.util.Optional;

/**
 * Which machines are meant; what is absent leaves nothing out.
 *
 * @param text part of an id or a name, in any case
 * @param presence whether machines that are gone are meant too
 */
public record InstanceFilter(
    Optional<Provider> provider,
    Optional<String> account,
    Optional<String> region,
    Optional<String> text,
    Presence presence) {

  /** All machines that are there. */
  public static final InstanceFilter THERE =
      new InstanceFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Presence.THERE);

  /** All machines, those that are gone too. */
  public static final InstanceFilter ANY =
      new InstanceFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Presence.ANY);

  /** Whether machines that are gone are meant. */
  public enum Presence {
    /** Only machines that are there. */
    THERE,
    /** Those that are gone too. */
    ANY
  }
}
