package io.headroom.ledger.audit;

import io.headroom.ledger.page.Page;
import io.headroom.ledger.page.PageRequest;

/**
 * Who did what. Entries are added and never changed or removed; each carries the hash of the one
 * before.
 */
public interface AuditLog {

  /** Adds an event and returns it in its place. */
  AuditEntry append(AuditEvent event);

  /** Returns entries, newest first. */
  Page<AuditEntry> list(AuditFilter filter, PageRequest page);

  /** Reads all entries from the first on and says whether they are what was written. */
  AuditCheck verify();
}
