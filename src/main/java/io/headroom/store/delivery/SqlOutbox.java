package io.headroom.store.delivery;

import io.headroom.ledger.content.Content;
import io.headroom.ledger.delivery.Delivery;
import io.headroom.ledger.delivery.DeliveryCounts;
import io.headroom.ledger.delivery.Outbox;
import io.headroom.ledger.delivery.Parcel;
import io.headroom.ledger.problem.LostClaimException;
import io.headroom.store.sql.Database;
import io.headroom.store.sql.Packed;
import io.headroom.store.sql.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** The outbox. */
public final class SqlOutbox implements Outbox {

  private static final String WAITING = "WAITING";
  private static final String DELIVERED = "DELIVERED";
  private static final String GIVEN_UP = "GIVEN_UP";

  private final Database database;

  /** Works on a database. */
  public SqlOutbox(Database database) {
    this.database = database;
  }

  @Override
  public String put(Parcel parcel) {
    return database.inTransaction(
        handle ->
            id(
                handle
                    .createUpdate(
                        """
                        INSERT INTO delivery (channel, kind, content, state, due_at, attempts,
                          epoch, lease_until, last_failure)
                        VALUES (:channel, :kind, :content, :state, :due, 0, 0,
                          CURRENT_TIMESTAMP, '')""")
                    .bind("channel", parcel.channel())
                    .bind("kind", parcel.kind())
                    .bind("content", Packed.of(parcel.content().bytes()))
                    .bind("state", WAITING)
                    .bind("due", parcel.notBefore())
                    .executeAndReturnGeneratedKeys("delivery_key")
                    .mapTo(Long.class)
                    .one()));
  }

  private static String id(long key) {
    return "delivery-" + key;
  }

  private static long key(Delivery delivery) {
    return Long.parseLong(delivery.id().substring(delivery.id().indexOf('-') + 1));
  }

  @Override
  public List<Delivery> take(int most, Duration lease, Instant now) {
    return database.inTransaction(
        handle -> {
          Instant until = Database.now(handle).plus(lease);
          List<Delivery> due =
              handle
                  .createQuery(
                      """
                      SELECT * FROM delivery
                      WHERE state = :state AND due_at <= :now AND lease_until <= CURRENT_TIMESTAMP
                      ORDER BY due_at, delivery_key LIMIT :most FOR UPDATE SKIP LOCKED""")
                  .bind("state", WAITING)
                  .bind("now", now)
                  .bind("most", most)
                  .map(SqlOutbox::taken)
                  .list();
          due.forEach(delivery -> hold(handle, delivery, until));
          return due;
        });
  }

  private static void hold(Handle handle, Delivery delivery, Instant until) {
    handle
        .createUpdate(
            """
            UPDATE delivery SET attempts = :attempts, epoch = :epoch, lease_until = :until
            WHERE delivery_key = :key""")
        .bind("attempts", delivery.attempt())
        .bind("epoch", delivery.epoch())
        .bind("until", until)
        .bind("key", key(delivery))
        .execute();
  }

  private static Delivery taken(ResultSet row, StatementContext context) throws SQLException {
    return new Delivery(
        id(row.getLong("delivery_key")),
        new Parcel(
            row.getString("channel"),
            row.getString("kind"),
            Content.of(Packed.unpacked(row.getBytes("content"))),
            Times.of(row, "due_at")),
        row.getInt("attempts") + 1,
        row.getLong("epoch") + 1);
  }

  @Override
  public void delivered(Delivery delivery, Instant now) {
    change(
        delivery,
        "state = :state, ended_at = :now",
        update -> update.bind("state", DELIVERED).bind("now", now));
  }

  @Override
  public void failed(Delivery delivery, String reason, Instant retryAt) {
    change(
        delivery,
        "due_at = :retry, lease_until = CURRENT_TIMESTAMP, last_failure = :reason",
        update -> update.bind("retry", retryAt).bind("reason", reason));
  }

  @Override
  public void giveUp(Delivery delivery, String reason, Instant now) {
    change(
        delivery,
        "state = :state, ended_at = :now, last_failure = :reason",
        update -> update.bind("state", GIVEN_UP).bind("now", now).bind("reason", reason));
  }

  private void change(Delivery delivery, String assignments, UnaryOperator<Update> values) {
    database.useTransaction(
        handle -> {
          Update update =
              handle.createUpdate(
                  "UPDATE delivery SET "
                      + assignments
                      + " WHERE delivery_key = :key AND epoch = :epoch AND state = 'WAITING'");
          int changed =
              values
                  .apply(update)
                  .bind("key", key(delivery))
                  .bind("epoch", delivery.epoch())
                  .execute();
          if (changed == 0) {
            throw new LostClaimException("delivery", delivery.id());
          }
        });
  }

  @Override
  public DeliveryCounts counts() {
    return database.inTransaction(
        handle -> {
          Map<String, Long> counts = new HashMap<>();
          handle
              .createQuery("SELECT state, COUNT(*) FROM delivery GROUP BY state")
              .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
              .forEach(one -> counts.put(one.getKey(), one.getValue()));
          return new DeliveryCounts(
              counts.getOrDefault(WAITING, 0L),
              counts.getOrDefault(DELIVERED, 0L),
              counts.getOrDefault(GIVEN_UP, 0L));
        });
  }
}
