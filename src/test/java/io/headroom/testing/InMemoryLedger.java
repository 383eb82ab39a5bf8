package io.headroom.testing;

import io.headroom.ledger.Ledger;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** What the batch job needs of a store, in memory, with a clock that tests set. */
public final class InMemoryLedger implements Ledger {

  private final AtomicReference<Instant> now;
  private final InMemoryRecommendations recommendations;
  private final InMemoryRuns runs;
  private final InMemoryInstances instances = new InMemoryInstances();
  private final InMemorySeries series = new InMemorySeries();
  private final InMemoryOutbox outbox;

  /** Makes an empty store whose clock says {@code start}. */
  public InMemoryLedger(Instant start) {
    now = new AtomicReference<>(start);
    recommendations = new InMemoryRecommendations(instances);
    runs = new InMemoryRuns(now::get, recommendations);
    outbox = new InMemoryOutbox(now::get);
  }

  /** Sets the clock of the store. */
  public void setClock(Instant time) {
    now.set(time);
  }

  /** Returns the clock of the store. */
  public InstantSource clock() {
    return now::get;
  }

  @Override
  public Instances instances() {
    return instances;
  }

  @Override
  public Runs runs() {
    return runs;
  }

  @Override
  public Recommendations recommendations() {
    return recommendations;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public SeriesHistory series() {
    return series;
  }

  @Override
  public CatalogSnapshots catalogs() {
    throw new UnsupportedOperationException("no catalogs in memory");
  }

  @Override
  public PolicyVersions policies() {
    throw new UnsupportedOperationException("no policies in memory");
  }

  @Override
  public AuditLog audit() {
    throw new UnsupportedOperationException("no audit log in memory");
  }

  @Override
  public ApiKeys keys() {
    throw new UnsupportedOperationException("no keys in memory");
  }

  @Override
  public IdempotencyKeys idempotency() {
    throw new UnsupportedOperationException("no requests in memory");
  }

  @Override
  public Upkeep upkeep() {
    throw new UnsupportedOperationException("no upkeep in memory");
  }

  @Override
  public void close() {
    // nothing to let go of
  }
}
