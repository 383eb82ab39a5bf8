package io.headroom.store.policy;

import io.headroom.ledger.audit.AuditEvent;
import io.headroom.ledger.content.Content;
import io.headroom.ledger.policy.PolicyVersion;
import io.headroom.ledger.policy.PolicyVersions;
import io.headroom.store.audit.SqlAuditLog;
import io.headroom.store.sql.Database;
import io.headroom.store.sql.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The policies. */
public final class SqlPolicyVersions implements PolicyVersions {

  private final Database database;
  private final SqlAuditLog audit;

  /** Works on a database. */
  public SqlPolicyVersions(Database database, SqlAuditLog audit) {
    this.database = database;
    this.audit = audit;
  }

  @Override
  public PolicyVersion keep(String name, String text, String author, Instant at) {
    Optional<PolicyVersion> before = latest(name);
    if (before.filter(one -> one.text().equals(text)).isPresent()) {
      return before.get();
    }
    String hash = Content.ofText(text).sha256();
    return database.inTransaction(
        handle -> {
          // the end of the audit log is held from here on, so that versions have no holes
          audit.append(handle, new AuditEvent(at, author, "policy.write", name, hash));
          int number = newest(handle, name).map(one -> one.number() + 1).orElse(1);
          PolicyVersion version =
              new PolicyVersion(name, number, text, hash, author, Times.kept(at));
          insert(handle, version);
          return version;
        });
  }

  private static void insert(Handle handle, PolicyVersion version) {
    handle
        .createUpdate(
            """
            INSERT INTO policy_version (name, version, document, hash, author, written_at)
            VALUES (:name, :version, :document, :hash, :author, :at)""")
        .bind("name", version.name())
        .bind("version", version.number())
        .bind("document", version.text())
        .bind("hash", version.hash())
        .bind("author", version.author())
        .bind("at", version.writtenAt())
        .execute();
  }

  private static Optional<PolicyVersion> newest(Handle handle, String name) {
    return handle
        .createQuery(
            "SELECT * FROM policy_version WHERE name = :name ORDER BY version DESC LIMIT 1")
        .bind("name", name)
        .map(SqlPolicyVersions::version)
        .findOne();
  }

  @Override
  public Optional<PolicyVersion> latest(String name) {
    return database.inTransaction(handle -> newest(handle, name));
  }

  @Override
  public Optional<PolicyVersion> find(String name, int number) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM policy_version WHERE name = :name AND version = :version")
                .bind("name", name)
                .bind("version", number)
                .map(SqlPolicyVersions::version)
                .findOne());
  }

  @Override
  public List<PolicyVersion> list() {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT p.* FROM policy_version p
                    WHERE p.version =
                      (SELECT MAX(q.version) FROM policy_version q WHERE q.name = p.name)
                    ORDER BY p.name""")
                .map(SqlPolicyVersions::version)
                .list());
  }

  @Override
  public List<PolicyVersion> history(String name) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM policy_version WHERE name = :name ORDER BY version DESC")
                .bind("name", name)
                .map(SqlPolicyVersions::version)
                .list());
  }

  private static PolicyVersion version(ResultSet row, StatementContext context)
      throws SQLException {
    return new PolicyVersion(
        row.getString("name"),
        row.getInt("version"),
        row.getString("document"),
        row.getString("hash"),
        row.getString("author"),
        Times.of(row, "written_at"));
  }
}
