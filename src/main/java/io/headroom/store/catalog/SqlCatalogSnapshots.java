package io.headroom.store.catalog;

import io.headroom.ledger.catalog.CatalogSnapshot;
import io.headroom.ledger.catalog.CatalogSnapshots;
import io.headroom.ledger.content.Content;
import io.headroom.model.machine.Provider;
import io.headroom.store.sql.Columns;
import io.headroom.store.sql.Database;
import io.headroom.store.sql.Times;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The snapshots of the catalog, in parts: a row of the embedded database holds 1 MiB. */
public final class SqlCatalogSnapshots implements CatalogSnapshots {

  private static final int PART = 1 << 19;

  private final Database database;

  /** Works on a database. */
  public SqlCatalogSnapshots(Database database) {
    this.database = database;
  }

  @Override
  public void keep(CatalogSnapshot snapshot) {
    database.useTransaction(
        handle -> {
          if (taken(handle, snapshot.hash()).isEmpty()) {
            insert(handle, snapshot);
          }
        });
  }

  private static void insert(Handle handle, CatalogSnapshot snapshot) {
    byte[] bytes = snapshot.content().bytes();
    handle
        .createUpdate(
            """
            INSERT INTO catalog_snapshot (hash, provider, taken_at, size_bytes)
            VALUES (:hash, :provider, :taken, :size)""")
        .bind("hash", snapshot.hash())
        .bind("provider", snapshot.provider().name())
        .bind("taken", snapshot.takenAt())
        .bind("size", bytes.length)
        .execute();
    PreparedBatch parts =
        handle.prepareBatch(
            "INSERT INTO catalog_part (hash, part, content) VALUES (:hash, :part, :content)");
    for (int part = 0; part * PART < bytes.length; part++) {
      int from = part * PART;
      parts
          .bind("hash", snapshot.hash())
          .bind("part", part)
          .bind("content", Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART)))
          .add();
    }
    if (parts.size() > 0) {
      parts.execute();
    }
  }

  @Override
  public Optional<CatalogSnapshot> latest(Provider provider, Instant asOf) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM catalog_snapshot
                    WHERE provider = :provider AND taken_at <= :asOf
                    ORDER BY taken_at DESC, hash LIMIT 1""")
                .bind("provider", provider.name())
                .bind("asOf", asOf)
                .map(SqlCatalogSnapshots::taken)
                .findOne()
                .map(taken -> whole(handle, taken)));
  }

  @Override
  public Optional<CatalogSnapshot> find(String hash) {
    return database.inTransaction(handle -> taken(handle, hash).map(taken -> whole(handle, taken)));
  }

  @Override
  public List<Taken> list(Provider provider) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM catalog_snapshot WHERE provider = :provider
                    ORDER BY taken_at DESC, hash""")
                .bind("provider", provider.name())
                .map(SqlCatalogSnapshots::taken)
                .list());
  }

  private static Optional<Taken> taken(Handle handle, String hash) {
    return handle
        .createQuery("SELECT * FROM catalog_snapshot WHERE hash = :hash")
        .bind("hash", hash)
        .map(SqlCatalogSnapshots::taken)
        .findOne();
  }

  private static CatalogSnapshot whole(Handle handle, Taken taken) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    handle
        .createQuery("SELECT content FROM catalog_part WHERE hash = :hash ORDER BY part")
        .bind("hash", taken.hash())
        .map((row, context) -> row.getBytes("content"))
        .forEach(bytes::writeBytes);
    return new CatalogSnapshot(
        taken.provider(), taken.hash(), taken.takenAt(), Content.of(bytes.toByteArray()));
  }

  private static Taken taken(ResultSet row, StatementContext context) throws SQLException {
    return new Taken(
        Columns.constant(Provider.class, row.getString("provider")),
        row.getString("hash"),
        Times.of(row, "taken_at"),
        row.getLong("size_bytes"));
  }
}
