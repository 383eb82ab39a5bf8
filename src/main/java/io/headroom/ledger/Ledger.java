package io.headroom.ledger;

import io.headroom.ledger.access.ApiKeys;
import io.headroom.ledger.audit.AuditLog;
import io.headroom.ledger.catalog.CatalogSnapshots;
import io.headroom.ledger.delivery.Outbox;
import io.headroom.ledger.machine.Instances;
import io.headroom.ledger.machine.SeriesHistory;
import io.headroom.ledger.policy.PolicyVersions;
import io.headroom.ledger.recommendation.Recommendations;
import io.headroom.ledger.request.IdempotencyKeys;
import io.headroom.ledger.run.Runs;
import io.headroom.ledger.upkeep.Upkeep;

/**
 * Everything Headroom remembers. All of it is safe for use by several threads, and by several
 * processes if the store allows more than one.
 *
 * <p>Every method of every port throws {@link io.headroom.ledger.problem.LedgerException} if the
 * store cannot be reached or answers with a failure; a change is then not made, unless the failure
 * says that this is not known.
 */
public interface Ledger extends AutoCloseable {

  /** Returns the machines. */
  Instances instances();

  /** Returns what was observed of the machines. */
  SeriesHistory series();

  /** Returns the snapshots of the catalog. */
  CatalogSnapshots catalogs();

  /** Returns the policies with their versions. */
  PolicyVersions policies();

  /** Returns the runs. */
  Runs runs();

  /** Returns the recommendations with their evidence. */
  Recommendations recommendations();

  /** Returns who did what. */
  AuditLog audit();

  /** Returns the keys of programs that use the service. */
  ApiKeys keys();

  /** Returns the answers to requests that may be sent twice. */
  IdempotencyKeys idempotency();

  /** Returns what is to be delivered to others. */
  Outbox outbox();

  /** Returns what keeps the store small and says how large it is. */
  Upkeep upkeep();

  /** Lets go of the store. What was promised to be kept is kept. */
  @Override
  void close();
}
