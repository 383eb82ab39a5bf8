package io.headroom.store;

import io.headroom.ledger.problem.LedgerException;
import io.headroom.store.sql.Dialect;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** Brings the tables of a database to the version this program knows. */
final class StoreSchema {

  private final Flyway flyway;
  private final String shown;

  StoreSchema(DataSource source, Dialect dialect, String shown) {
    this.flyway =
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:store/migrations")
            .placeholders(dialect.placeholders())
            .table("schema_history")
            .load();
    this.shown = shown;
  }

  /**
   * Migrates, unless there is nothing to do.
   *
   * @throws LedgerException if the database is of a newer program, or the tables are not what was
   *     made
   */
  String migrate() {
    try {
      MigrationVersion known = newestKnown();
      Optional<MigrationVersion> there =
          Optional.ofNullable(flyway.info().current()).map(MigrationInfo::getVersion);
      if (there.isPresent() && there.get().compareTo(known) > 0) {
        throw new LedgerException(
            "Cannot open store "
                + shown
                + ": its schema is version "
                + there.get()
                + " and this program knows up to "
                + known
                + "; use the program that wrote it, or a newer one");
      }
      flyway.migrate();
      return known.toString();
    } catch (FlywayException e) {
      throw new LedgerException(
          "Cannot open store "
              + shown
              + ": "
              + String.valueOf(e.getMessage())
                  .lines()
                  .map(String::strip)
                  .filter(line -> !line.isEmpty())
                  .limit(3)
                  .reduce((some, more) -> some + " " + more)
                  .orElse("migration failed"),
          e);
    }
  }

  private MigrationVersion newestKnown() {
    List<MigrationInfo> all = Arrays.asList(flyway.info().all());
    return all.stream()
        .filter(one -> one.getState().isResolved())
        .map(MigrationInfo::getVersion)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }
}
