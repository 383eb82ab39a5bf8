package io.headroom.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.headroom.ledger.Ledger;
import io.headroom.ledger.access.ApiKeys;
import io.headroom.ledger.audit.AuditLog;
import io.headroom.ledger.catalog.CatalogSnapshots;
import io.headroom.ledger.delivery.Outbox;
import io.headroom.ledger.machine.Instances;
import io.headroom.ledger.machine.SeriesHistory;
import io.headroom.ledger.policy.PolicyVersions;
import io.headroom.ledger.problem.LedgerException;
import io.headroom.ledger.recommendation.Recommendations;
import io.headroom.ledger.request.IdempotencyKeys;
import io.headroom.ledger.run.Runs;
import io.headroom.ledger.upkeep.Upkeep;
import io.headroom.store.access.SqlApiKeys;
import io.headroom.store.audit.SqlAuditLog;
import io.headroom.store.catalog.SqlCatalogSnapshots;
import io.headroom.store.delivery.SqlOutbox;
import io.headroom.store.machine.SqlInstances;
import io.headroom.store.policy.SqlPolicyVersions;
import io.headroom.store.recommendation.SqlRecommendations;
import io.headroom.store.request.SqlIdempotencyKeys;
import io.headroom.store.run.SqlRuns;
import io.headroom.store.series.SqlSeriesHistory;
import io.headroom.store.sql.Database;
import io.headroom.store.upkeep.SqlUpkeep;

/** The ledger in a database. */
public final class SqlLedger implements Ledger {

  private static final int CONNECTIONS = 10;
  private static final long CONNECT_MILLIS = 10_000;

  private final Database database;
  private final SqlInstances instances;
  private final SqlSeriesHistory series;
  private final SqlCatalogSnapshots catalogs;
  private final SqlPolicyVersions policies;
  private final SqlRuns runs;
  private final SqlRecommendations recommendations;
  private final SqlAuditLog audit;
  private final SqlApiKeys keys;
  private final SqlIdempotencyKeys idempotency;
  private final SqlOutbox outbox;
  private final SqlUpkeep upkeep;

  private SqlLedger(Database database, String schema) {
    this.database = database;
    this.audit = new SqlAuditLog(database);
    this.instances = new SqlInstances(database);
    this.series = new SqlSeriesHistory(database);
    this.catalogs = new SqlCatalogSnapshots(database);
    this.policies = new SqlPolicyVersions(database, audit);
    this.recommendations = new SqlRecommendations(database, audit);
    this.runs = new SqlRuns(database, audit);
    this.keys = new SqlApiKeys(database, audit);
    this.idempotency = new SqlIdempotencyKeys(database);
    this.outbox = new SqlOutbox(database);
    this.upkeep = new SqlUpkeep(database, schema);
  }

  /**
   * Opens a store and brings its tables to the version of this program. A file that is not there is
   * made, with the folders above it.
   *
   * @throws LedgerException if it cannot be reached, another process has the file open, or a newer
   *     program wrote it
   */
  public static SqlLedger open(StoreAddress address) {
    HikariDataSource pool = pool(address);
    try {
      String schema = new StoreSchema(pool, address.dialect(), address.shown()).migrate();
      return new SqlLedger(new Database(pool, address.dialect(), address.shown()), schema);
    } catch (LedgerException e) {
      pool.close();
      throw e;
    }
  }

  private static HikariDataSource pool(StoreAddress address) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.jdbcUrl());
    address.user().ifPresent(config::setUsername);
    address.secret().ifPresent(config::setPassword);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.setPoolName("store");
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw Unopened.because(e, address);
    }
  }

  @Override
  public Instances instances() {
    return instances;
  }

  @Override
  public SeriesHistory series() {
    return series;
  }

  @Override
  public CatalogSnapshots catalogs() {
    return catalogs;
  }

  @Override
  public PolicyVersions policies() {
    return policies;
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
  public AuditLog audit() {
    return audit;
  }

  @Override
  public ApiKeys keys() {
    return keys;
  }

  @Override
  public IdempotencyKeys idempotency() {
    return idempotency;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public Upkeep upkeep() {
    return upkeep;
  }

  @Override
  public void close() {
    database.close();
  }
}
