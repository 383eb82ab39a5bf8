package io.headroom.store.sql;

import io.headroom.ledger.problem.LedgerException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;

/** Says what a failure of the database means. Sorted by the SQLSTATE, never by the text. */
public final class SqlFailure {

  private static final String UNIQUE_VIOLATION = "23505";

  /**
   * Another transaction was in the way: serialization failure and deadlock in both databases,
   * PostgreSQL's lock that could not be had, H2's lock timeout and concurrent update.
   */
  private static final Set<String> MAY_PASS = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

  private static final String CONNECTION = "08";

  private SqlFailure() {}

  /** Whether a row is there already that must be there once. */
  public static boolean isDuplicate(JdbiException failure) {
    return state(failure).filter(UNIQUE_VIOLATION::equals).isPresent();
  }

  /** Whether the same again may do. */
  static boolean mayPass(JdbiException failure) {
    return state(failure).filter(MAY_PASS::contains).isPresent();
  }

  static LedgerException of(JdbiException failure, Database database) {
    String what = database.dialect().shown() + " at " + database.location();
    Optional<SQLException> cause = cause(failure);
    String reason =
        cause.map(SqlFailure::reason).orElseGet(() -> String.valueOf(failure.getMessage()));
    boolean isConnection = state(failure).filter(state -> state.startsWith(CONNECTION)).isPresent();
    return new LedgerException(
        isConnection
            ? "Cannot reach "
                + what
                + ": "
                + reason
                + "; whether the last change was made is not known"
            : "Cannot use " + what + ": " + reason,
        failure);
  }

  /** The first line: what follows repeats the statement. */
  private static String reason(SQLException cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("").strip();
  }

  private static Optional<String> state(JdbiException failure) {
    return cause(failure).map(SQLException::getSQLState);
  }

  private static Optional<SQLException> cause(Throwable failure) {
    Throwable one = failure;
    while (one != null) {
      if (one instanceof SQLException sql) {
        return Optional.of(sql);
      }
      one = one.getCause();
    }
    return Optional.empty();
  }
}
