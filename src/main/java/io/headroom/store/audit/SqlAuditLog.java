package io.headroom.store.audit;

import io.headroom.ledger.audit.AuditChain;
import io.headroom.ledger.audit.AuditCheck;
import io.headroom.ledger.audit.AuditEntry;
import io.headroom.ledger.audit.AuditEvent;
import io.headroom.ledger.audit.AuditFilter;
import io.headroom.ledger.audit.AuditLog;
import io.headroom.ledger.page.Page;
import io.headroom.ledger.page.PageRequest;
import io.headroom.store.sql.Conditions;
import io.headroom.store.sql.Cursor;
import io.headroom.store.sql.Database;
import io.headroom.store.sql.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The audit log. Whoever adds an entry holds the end of the log until the transaction is over. */
public final class SqlAuditLog implements AuditLog {

  private static final int AT_ONCE = 1000;
  private static final String LIST = "audit";

  private final Database database;

  /** Works on a database. */
  public SqlAuditLog(Database database) {
    this.database = database;
  }

  private record Head(long number, String hash) {}

  @Override
  public AuditEntry append(AuditEvent event) {
    return database.inTransaction(handle -> append(handle, event));
  }

  /** Adds an event in a transaction that changes something else too: both are kept, or neither. */
  public AuditEntry append(Handle handle, AuditEvent event) {
    Head head = head(handle, " FOR UPDATE");
    AuditEntry entry = AuditEntry.following(head.number() + 1, head.hash(), event);
    handle
        .createUpdate(
            """
            INSERT INTO audit_entry
              (number, at_time, actor, action, subject, details, previous_hash, hash)
            VALUES (:number, :at, :actor, :action, :subject, :details, :previous, :hash)""")
        .bind("number", entry.number())
        .bind("at", event.at())
        .bind("actor", event.actor())
        .bind("action", event.action())
        .bind("subject", event.subject())
        .bind("details", event.details())
        .bind("previous", entry.previousHash())
        .bind("hash", entry.hash())
        .execute();
    handle
        .createUpdate("UPDATE audit_head SET number = :number, hash = :hash WHERE one = 1")
        .bind("number", entry.number())
        .bind("hash", entry.hash())
        .execute();
    return entry;
  }

  private static Head head(Handle handle, String lock) {
    return handle
        .createQuery("SELECT number, hash FROM audit_head WHERE one = 1" + lock)
        .map((row, context) -> new Head(row.getLong("number"), row.getString("hash")))
        .one();
  }

  @Override
  public Page<AuditEntry> list(AuditFilter filter, PageRequest page) {
    Conditions conditions = new Conditions();
    filter.actor().ifPresent(actor -> conditions.and("actor = :actor", "actor", actor));
    filter.action().ifPresent(action -> conditions.and("action = :action", "action", action));
    filter.subject().ifPresent(id -> conditions.and("subject = :subject", "subject", id));
    Cursor.values(page, LIST, 1)
        .ifPresent(at -> conditions.and("number < :before", "before", Cursor.number(at.get(0))));
    List<AuditEntry> found =
        database.inTransaction(
            handle ->
                conditions
                    .bindTo(
                        handle.createQuery(
                            "SELECT * FROM audit_entry"
                                + conditions.where()
                                + " ORDER BY number DESC LIMIT :limit"))
                    .bind("limit", page.limit() + 1)
                    .map(SqlAuditLog::entry)
                    .list());
    return Cursor.page(found, page, LIST, entry -> List.of(String.valueOf(entry.number())));
  }

  @Override
  public AuditCheck verify() {
    return database.inTransaction(
        handle -> {
          Head head = head(handle, " FOR UPDATE");
          AuditChain chain = new AuditChain();
          long last = Long.MIN_VALUE;
          List<AuditEntry> some = after(handle, last);
          while (!some.isEmpty()) {
            some.forEach(chain::add);
            last = some.get(some.size() - 1).number();
            some = after(handle, last);
          }
          return chain.check(head.number(), head.hash());
        });
  }

  private static List<AuditEntry> after(Handle handle, long number) {
    return handle
        .createQuery(
            "SELECT * FROM audit_entry WHERE number > :number ORDER BY number LIMIT :limit")
        .bind("number", number)
        .bind("limit", AT_ONCE)
        .map(SqlAuditLog::entry)
        .list();
  }

  private static AuditEntry entry(ResultSet row, StatementContext context) throws SQLException {
    return new AuditEntry(
        row.getLong("number"),
        new AuditEvent(
            Times.of(row, "at_time"),
            row.getString("actor"),
            row.getString("action"),
            row.getString("subject"),
            row.getString("details")),
        row.getString("previous_hash"),
        row.getString("hash"));
  }
}
