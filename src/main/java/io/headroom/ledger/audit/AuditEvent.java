package io.headroom.ledger.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something that was done.
 *
 * @param at when, to the microsecond
 * @param actor who did it: a person, a key, or the process
 * @param action what was done, such as {@code recommendation.dismiss}
 * @param subject what it was done to, such as the id of the recommendation
 * @param details what else there is to say, usually JSON; may be empty
 */
public record AuditEvent(Instant at, String actor, String action, String subject, String details) {

  /** Cuts the time to what every store keeps. */
  public AuditEvent {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }
}
