package io.headroom.cloud.sim;

import io.headroom.executor.machine.CallKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A call that reached the simulated cloud.
 *
 * @param by which replica made it
 * @param machine id of the machine
 * @param key the intent it was made under; absent for a question
 * @param argument the type, where one is named
 * @param effect what it did
 */
public record SimCall(
    Instant at,
    String by,
    CallKind kind,
    String machine,
    Optional<CallKey> key,
    String argument,
    Effect effect) {

  /** What a call did. */
  public enum Effect {
    /** It told something. */
    READ,
    /** It was accepted. */
    ACCEPTED,
    /** It was refused. */
    REFUSED
  }
}
