package io.headroom.store.series;

import io.headroom.ledger.machine.AnsweredRange;
import io.headroom.ledger.machine.SeriesHistory;
import io.headroom.model.series.Observations;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import io.headroom.store.sql.Database;
import io.headroom.store.sql.Times;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.jdbi.v3.core.Handle;

/** The samples: a row for each metric of a machine and day. */
public final class SqlSeriesHistory implements SeriesHistory {

  private final Database database;

  /** Works on a database. */
  public SqlSeriesHistory(Database database) {
    this.database = database;
  }

  @Override
  public Observations read(String instanceId, TimeRange window) {
    // a slot may be as long as a day and have begun on the day before
    long first = Days.of(window.start().getEpochSecond()) - 1;
    long last = Days.of(window.end().getEpochSecond());
    List<List<Series>> days;
    try (DayCodec codec = new DayCodec()) {
      days =
          database.inTransaction(
              handle ->
                  handle
                      .createQuery(
                          """
                      SELECT d.metric, d.epoch_day, d.samples
                      FROM series_machine m JOIN series_day d ON d.machine_key = m.machine_key
                      WHERE m.instance_id = :id AND d.epoch_day BETWEEN :first AND :last
                      ORDER BY d.metric, d.epoch_day""")
                      .bind("id", instanceId)
                      .bind("first", first)
                      .bind("last", last)
                      .map(
                          (row, context) ->
                              codec.parts(
                                  MetricCode.metric(row.getInt(1)),
                                  row.getLong(2),
                                  row.getBytes(3)))
                      .list());
    }
    return days.isEmpty()
        ? Observations.NONE
        : Observations.of(days.stream().flatMap(List::stream).toList()).within(window);
  }

  @Override
  public void lay(String instanceId, List<Series> pieces) {
    for (Series piece : pieces) {
      if (piece.stepSeconds() > DayCodec.DAY) {
        throw new IllegalArgumentException(
            "Invalid series: " + piece + "; expected slots of at most a day");
      }
    }
    SeriesKeys.ensure(database, instanceId);
    database.useTransaction(
        handle -> new DayRows(handle, SeriesKeys.locked(handle, instanceId)).lay(pieces));
  }

  @Override
  public void answered(Collection<AnsweredRange> ranges) {
    ranges.stream()
        .map(AnsweredRange::instanceId)
        .distinct()
        .forEach(id -> SeriesKeys.ensure(database, id));
    database.useTransaction(handle -> AnsweredRows.add(handle, ranges));
  }

  @Override
  public SortedMap<String, List<AnsweredRange>> answered() {
    return database.inTransaction(AnsweredRows::all);
  }

  @Override
  public Optional<Instant> until() {
    return database.inTransaction(SqlSeriesHistory::until);
  }

  private static Optional<Instant> until(Handle handle) {
    return handle
        .createQuery("SELECT until FROM collected")
        .map((row, context) -> Times.of(row, "until"))
        .findOne();
  }

  @Override
  public void reached(Instant until) {
    database.useTransaction(
        handle -> {
          Optional<Instant> known = until(handle);
          if (known.isEmpty()) {
            handle
                .createUpdate("INSERT INTO collected (one, until) VALUES (1, :until)")
                .bind("until", until)
                .execute();
          } else {
            handle
                .createUpdate("UPDATE collected SET until = :until WHERE until < :until")
                .bind("until", until)
                .execute();
          }
        });
  }

  /** Removes the days before one, and returns how many there were. */
  public static long forget(Handle handle, long day) {
    return handle
        .createUpdate("DELETE FROM series_day WHERE epoch_day < :day")
        .bind("day", day)
        .execute();
  }

  /** Returns the oldest day of which there are samples. */
  public static OptionalLong oldestDay(Handle handle) {
    return handle
        .createQuery("SELECT MIN(epoch_day) FROM series_day")
        .map(
            (row, context) -> {
              long day = row.getLong(1);
              return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(day);
            })
        .one();
  }
}
