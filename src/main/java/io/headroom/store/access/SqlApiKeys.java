package io.headroom.store.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.headroom.ledger.access.ApiKey;
import io.headroom.ledger.access.ApiKeys;
import io.headroom.ledger.access.IssuedKey;
import io.headroom.ledger.access.KeyOrder;
import io.headroom.ledger.access.KeyText;
import io.headroom.ledger.access.Role;
import io.headroom.ledger.audit.AuditEvent;
import io.headroom.ledger.problem.RefusedChangeException;
import io.headroom.ledger.problem.UnknownEntryException;
import io.headroom.store.audit.SqlAuditLog;
import io.headroom.store.sql.Columns;
import io.headroom.store.sql.Database;
import io.headroom.store.sql.Times;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The keys. */
public final class SqlApiKeys implements ApiKeys {

  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);
  private static final int RANDOM_BYTES = 48;

  private final Database database;
  private final SqlAuditLog audit;
  private final SecureRandom random = new SecureRandom();

  /** Works on a database. */
  public SqlApiKeys(Database database, SqlAuditLog audit) {
    this.database = database;
    this.audit = audit;
  }

  private record Kept(ApiKey key, String secretHash) {}

  @Override
  public IssuedKey issue(KeyOrder order, Instant now) {
    if (!now.isBefore(order.expiresAt())) {
      throw new RefusedChangeException(
          "Cannot make key " + order.name() + ": it would have expired at " + order.expiresAt());
    }
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    KeyText text = KeyText.of(bytes);
    ApiKey key =
        new ApiKey(
            text.id(),
            order.name(),
            order.role(),
            order.accounts(),
            order.author(),
            Times.kept(now),
            Times.kept(order.expiresAt()),
            Optional.empty(),
            Optional.empty());
    database.useTransaction(
        handle -> {
          audit.append(
              handle,
              new AuditEvent(now, order.author(), "key.create", key.id(), order.role().id()));
          requireFree(handle, order.name(), now);
          insert(handle, key, text.hash());
        });
    return new IssuedKey(key, text);
  }

  /** The audit log is held already, so that two keys of one name cannot be made at once. */
  private static void requireFree(Handle handle, String name, Instant now) {
    boolean isTaken =
        handle
            .createQuery("SELECT * FROM api_key WHERE name = :name")
            .bind("name", name)
            .map(SqlApiKeys::kept)
            .stream()
            .anyMatch(kept -> kept.key().isValidAt(now));
    if (isTaken) {
      throw new RefusedChangeException(
          "Cannot make key " + name + ": there is a valid one of that name; revoke it first");
    }
  }

  private static void insert(Handle handle, ApiKey key, String secretHash) {
    handle
        .createUpdate(
            """
            INSERT INTO api_key
              (id, name, role, accounts, secret_hash, created_by, created_at, expires_at)
            VALUES (:id, :name, :role, :accounts, :hash, :author, :created, :expires)""")
        .bind("id", key.id())
        .bind("name", key.name())
        .bind("role", key.role().name())
        .bind("accounts", String.join("\n", key.accounts()))
        .bind("hash", secretHash)
        .bind("author", key.createdBy())
        .bind("created", key.createdAt())
        .bind("expires", key.expiresAt())
        .execute();
  }

  @Override
  public Optional<ApiKey> check(String text, Instant now) {
    Optional<KeyText> presented = KeyText.parse(text);
    if (presented.isEmpty()) {
      return Optional.empty();
    }
    byte[] hash = presented.get().hash().getBytes(US_ASCII);
    Optional<Kept> kept = database.inTransaction(handle -> find(handle, presented.get().id()));
    Optional<ApiKey> valid =
        kept.filter(one -> MessageDigest.isEqual(one.secretHash().getBytes(US_ASCII), hash))
            .map(Kept::key)
            .filter(key -> key.isValidAt(now));
    valid.ifPresent(key -> noteUse(key, now));
    return valid;
  }

  private void noteUse(ApiKey key, Instant now) {
    boolean isNoted =
        key.lastUsedAt().filter(last -> now.isBefore(last.plus(USE_NOTED_EVERY))).isPresent();
    if (!isNoted) {
      database.useTransaction(
          handle ->
              handle
                  .createUpdate("UPDATE api_key SET last_used_at = :now WHERE id = :id")
                  .bind("now", now)
                  .bind("id", key.id())
                  .execute());
    }
  }

  @Override
  public ApiKey revoke(String id, String actor, Instant now) {
    return database.inTransaction(
        handle -> {
          int changed =
              handle
                  .createUpdate(
                      "UPDATE api_key SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                  .bind("now", now)
                  .bind("id", id)
                  .execute();
          if (changed > 0) {
            audit.append(handle, new AuditEvent(now, actor, "key.revoke", id, ""));
          }
          return find(handle, id).orElseThrow(() -> new UnknownEntryException("key", id)).key();
        });
  }

  private static Optional<Kept> find(Handle handle, String id) {
    return handle
        .createQuery("SELECT * FROM api_key WHERE id = :id")
        .bind("id", id)
        .map(SqlApiKeys::kept)
        .findOne();
  }

  @Override
  public List<ApiKey> list() {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("SELECT * FROM api_key ORDER BY name, id")
                .map(SqlApiKeys::kept)
                .map(Kept::key)
                .list());
  }

  private static Kept kept(ResultSet row, StatementContext context) throws SQLException {
    return new Kept(
        new ApiKey(
            row.getString("id"),
            row.getString("name"),
            Columns.constant(Role.class, row.getString("role")),
            row.getString("accounts")
                .lines()
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new)),
            row.getString("created_by"),
            Times.of(row, "created_at"),
            Times.of(row, "expires_at"),
            Times.optional(row, "revoked_at"),
            Times.optional(row, "last_used_at")),
        row.getString("secret_hash"));
  }
}
