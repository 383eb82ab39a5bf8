package io.headroom.ledger.access;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A key without its secret, which nobody keeps.
 *
 * @param id the part of the key that is no secret
 * @param name what people call it
 * @param accounts AWS accounts and Google projects it is for; empty for all
 * @param expiresAt from when on it opens nothing any more
 * @param lastUsedAt when it was last used, to the minute; absent if never
 */
public record ApiKey(
    String id,
    String name,
    Role role,
    SortedSet<String> accounts,
    String createdBy,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> revokedAt,
    Optional<Instant> lastUsedAt) {

  /** Copies the set. */
  public ApiKey {
    accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
  }

  /** Whether it opens anything at that time. */
  public boolean isValidAt(Instant time) {
    return revokedAt.isEmpty() && time.isBefore(expiresAt);
  }
}
