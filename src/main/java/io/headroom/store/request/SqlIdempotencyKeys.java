package io.headroom.store.request;

import io.headroom.ledger.content.Content;
import io.headroom.ledger.request.IdempotencyKeys;
import io.headroom.ledger.request.RequestAdmission;
import io.headroom.ledger.request.RequestKey;
import io.headroom.ledger.request.StoredAnswer;
import io.headroom.store.sql.Columns;
import io.headroom.store.sql.Database;
import io.headroom.store.sql.Packed;
import io.headroom.store.sql.SqlFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementContext;

/** The requests that were admitted. Who inserts the row carries the request out. */
public final class SqlIdempotencyKeys implements IdempotencyKeys {

  private static final String OF_REQUEST = " WHERE scope = :scope AND request_key = :key";

  private final Database database;

  /** Works on a database. */
  public SqlIdempotencyKeys(Database database) {
    this.database = database;
  }

  private record Kept(String fingerprint, Optional<StoredAnswer> answer) {}

  @Override
  public RequestAdmission admit(RequestKey request, Instant now, Duration keptFor) {
    return database.inTransaction(
        handle -> {
          handle
              .createUpdate("DELETE FROM idempotent_request WHERE expires_at <= :now")
              .bind("now", now)
              .execute();
          return isInserted(handle, request, now.plus(keptFor))
              ? new RequestAdmission.IsNew()
              : kept(handle, request)
                  .map(kept -> admission(kept, request))
                  .orElseGet(RequestAdmission.UnderWay::new);
        });
  }

  private static boolean isInserted(Handle handle, RequestKey request, Instant expires) {
    handle.savepoint("request");
    try {
      handle
          .createUpdate(
              """
              INSERT INTO idempotent_request (scope, request_key, fingerprint, expires_at)
              VALUES (:scope, :key, :fingerprint, :expires)""")
          .bind("scope", request.scope())
          .bind("key", request.key())
          .bind("fingerprint", request.fingerprint())
          .bind("expires", expires)
          .execute();
      return true;
    } catch (JdbiException failure) {
      if (!SqlFailure.isDuplicate(failure)) {
        throw failure;
      }
      handle.rollbackToSavepoint("request");
      return false;
    }
  }

  private static RequestAdmission admission(Kept kept, RequestKey request) {
    if (!kept.fingerprint().equals(request.fingerprint())) {
      return new RequestAdmission.OtherRequest();
    }
    return kept.answer()
        .<RequestAdmission>map(RequestAdmission.WasAnswered::new)
        .orElseGet(RequestAdmission.UnderWay::new);
  }

  private static Optional<Kept> kept(Handle handle, RequestKey request) {
    return handle
        .createQuery("SELECT * FROM idempotent_request" + OF_REQUEST)
        .bind("scope", request.scope())
        .bind("key", request.key())
        .map(SqlIdempotencyKeys::kept)
        .findOne();
  }

  private static Kept kept(ResultSet row, StatementContext context) throws SQLException {
    Optional<Integer> status = Columns.number(row, "status");
    if (status.isEmpty()) {
      return new Kept(row.getString("fingerprint"), Optional.empty());
    }
    return new Kept(
        row.getString("fingerprint"),
        Optional.of(
            new StoredAnswer(
                status.get(),
                row.getString("media_type"),
                row.getString("location"),
                row.getString("etag"),
                Content.of(Packed.unpacked(row.getBytes("body"))))));
  }

  @Override
  public void answer(RequestKey request, StoredAnswer answer) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate(
                    "UPDATE idempotent_request SET status = :status, media_type = :type,"
                        + " location = :location, etag = :etag, body = :body"
                        + OF_REQUEST
                        + " AND status IS NULL")
                .bind("status", answer.status())
                .bind("type", answer.mediaType())
                .bind("location", answer.location())
                .bind("etag", answer.etag())
                .bind("body", Packed.of(answer.body().bytes()))
                .bind("scope", request.scope())
                .bind("key", request.key())
                .execute());
  }

  @Override
  public void release(RequestKey request) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate("DELETE FROM idempotent_request" + OF_REQUEST + " AND status IS NULL")
                .bind("scope", request.scope())
                .bind("key", request.key())
                .execute());
  }
}
