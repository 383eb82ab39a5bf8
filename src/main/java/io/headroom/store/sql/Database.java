package io.headroom.store.sql;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * An open database. Everything runs in a transaction; one that fails because another was in its way
 * is run again.
 */
public final class Database implements AutoCloseable {

  private static final int ATTEMPTS = 6;
  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

  private final HikariDataSource pool;
  private final Dialect dialect;
  private final String location;
  private final Jdbi jdbi;

  /**
   * Takes over a pool of connections, which is closed with it.
   *
   * @param location where the database is, without a password
   */
  public Database(HikariDataSource pool, Dialect dialect, String location) {
    this.pool = pool;
    this.dialect = dialect;
    this.location = location;
    this.jdbi = Times.registeredWith(Jdbi.create(pool));
  }

  /** Returns what kind of database it is. */
  public Dialect dialect() {
    return dialect;
  }

  /** Returns where it is, without a password. */
  public String location() {
    return location;
  }

  /**
   * Returns what {@code work} returns, which sees one transaction. It may be called several times,
   * so that it must change nothing outside the database.
   *
   * @throws io.headroom.ledger.problem.LedgerException if the database fails; what {@code work}
   *     itself throws is thrown as it is, and nothing is changed
   */
  public <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return jdbi.inTransaction(work);
      } catch (JdbiException failure) {
        if (attempt == ATTEMPTS || !SqlFailure.mayPass(failure)) {
          throw SqlFailure.of(failure, this);
        }
        LockSupport.parkNanos(pause(attempt));
      }
    }
  }

  /** As {@link #inTransaction}, for work that returns nothing. */
  public void useTransaction(HandleConsumer<RuntimeException> work) {
    HandleCallback<Boolean, RuntimeException> returning =
        handle -> {
          work.useHandle(handle);
          return true;
        };
    inTransaction(returning);
  }

  private static long pause(int attempt) {
    long most = FIRST_PAUSE << attempt;
    return ThreadLocalRandom.current().nextLong(FIRST_PAUSE, most);
  }

  /** Returns the time by the clock of the database, as of the beginning of the transaction. */
  public static Instant now(Handle handle) {
    return handle
        .createQuery("SELECT CURRENT_TIMESTAMP")
        .map((row, context) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .one();
  }

  @Override
  public void close() {
    pool.close();
  }
}
