package io.headroom.ledger.audit;

import java.util.Optional;

/** Which entries are meant; what is absent leaves nothing out. */
public record AuditFilter(
    Optional<String> actor, Optional<String> action, Optional<String> subject) {

  /** All entries. */
  public static final AuditFilter ANY =
      new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
