package io.headroom.store.upkeep;

import io.headroom.ledger.upkeep.Forgotten;
import io.headroom.ledger.upkeep.Retention;
import io.headroom.ledger.upkeep.StoreStatus;
import io.headroom.ledger.upkeep.Upkeep;
import io.headroom.store.series.SqlSeriesHistory;
import io.headroom.store.sql.Database;
import io.headroom.store.sql.Dialect;
import io.headroom.store.sql.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** The upkeep of all tables. */
public final class SqlUpkeep implements Upkeep {

  private static final List<String> COUNTED =
      List.of(
          "api_key",
          "audit_entry",
          "catalog_snapshot",
          "delivery",
          "instance",
          "policy_version",
          "recommendation",
          "run",
          "series_day");

  private final Database database;
  private final String schema;

  /**
   * Works on a database.
   *
   * @param schema version of its tables
   */
  public SqlUpkeep(Database database, String schema) {
    this.database = database;
    this.schema = schema;
  }

  @Override
  public Forgotten forget(Retention retention, Instant now) {
    long day =
        Math.floorDiv(
            now.minus(retention.series()).getEpochSecond(), Duration.ofDays(1).toSeconds());
    return new Forgotten(
        database.inTransaction(handle -> SqlSeriesHistory.forget(handle, day)),
        recommendations(now.minus(retention.recommendations())),
        runs(now.minus(retention.runs())),
        catalogs(now.minus(retention.catalogs())),
        delete(
            "DELETE FROM delivery WHERE state <> 'WAITING' AND ended_at < :before",
            now.minus(retention.deliveries())));
  }

  private long recommendations(Instant before) {
    return database.inTransaction(
        handle -> {
          String over = "is_open = FALSE AND state_since < :before";
          handle
              .createUpdate(
                  "DELETE FROM evidence WHERE evidence_key IN"
                      + " (SELECT evidence_key FROM recommendation WHERE "
                      + over
                      + ")")
              .bind("before", before)
              .execute();
          return (long)
              handle
                  .createUpdate("DELETE FROM recommendation WHERE " + over)
                  .bind("before", before)
                  .execute();
        });
  }

  private long runs(Instant before) {
    String old =
        """
        state <> 'RUNNING' AND finished_at < :before
          AND NOT EXISTS (SELECT 1 FROM recommendation r
            WHERE r.first_run_id = run.id OR r.last_run_id = run.id)""";
    delete(
        "DELETE FROM run_problem WHERE run_id IN (SELECT id FROM run WHERE " + old + ")", before);
    return delete("DELETE FROM run WHERE " + old, before);
  }

  private long catalogs(Instant before) {
    String old =
        """
        catalog_snapshot WHERE taken_at < :before
          AND EXISTS (SELECT 1 FROM catalog_snapshot newer
            WHERE newer.provider = catalog_snapshot.provider
              AND newer.taken_at > catalog_snapshot.taken_at)""";
    return database.inTransaction(
        handle -> {
          handle
              .createUpdate("DELETE FROM catalog_part WHERE hash IN (SELECT hash FROM " + old + ")")
              .bind("before", before)
              .execute();
          return (long) handle.createUpdate("DELETE FROM " + old).bind("before", before).execute();
        });
  }

  private long delete(String statement, Instant before) {
    return database.inTransaction(
        handle -> (long) handle.createUpdate(statement).bind("before", before).execute());
  }

  @Override
  public StoreStatus status() {
    return database.inTransaction(
        handle -> {
          SortedMap<String, Long> rows = new TreeMap<>();
          for (String table : COUNTED) {
            rows.put(
                table, handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Long.class).one());
          }
          OptionalLong oldest = SqlSeriesHistory.oldestDay(handle);
          return new StoreStatus(
              version(handle),
              database.location(),
              schema,
              bytes(handle),
              rows,
              oldest.isPresent()
                  ? Optional.of(Instant.EPOCH.plus(Duration.ofDays(oldest.getAsLong())))
                  : Optional.empty(),
              handle
                  .createQuery("SELECT until FROM collected")
                  .map((row, context) -> Times.of(row, "until"))
                  .findOne());
        });
  }

  private String version(Handle handle) {
    String sql = database.dialect() == Dialect.H2 ? "SELECT H2VERSION()" : "SHOW server_version";
    return database.dialect().shown() + " " + handle.createQuery(sql).mapTo(String.class).one();
  }

  private OptionalLong bytes(Handle handle) {
    String sql =
        switch (database.dialect()) {
          case H2 ->
              """
              SELECT CAST(SETTING_VALUE AS BIGINT) FROM INFORMATION_SCHEMA.SETTINGS
              WHERE SETTING_NAME = 'info.FILE_SIZE'""";
          case POSTGRESQL -> "SELECT pg_database_size(current_database())";
        };
    return handle.createQuery(sql).mapTo(Long.class).findOne().stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }
}
