package io.headroom.store;

import io.headroom.ledger.problem.LedgerException;
import io.headroom.store.sql.Dialect;
import java.sql.SQLException;
import java.util.Optional;

/** Says why a store could not be opened. */
final class Unopened {

  /** H2's code for a file that another process has open. */
  private static final int ALREADY_OPEN = 90020;

  private Unopened() {}

  static LedgerException because(Throwable failure, StoreAddress address) {
    Optional<SQLException> cause = cause(failure);
    if (address.dialect() == Dialect.H2
        && cause.filter(one -> one.getErrorCode() == ALREADY_OPEN).isPresent()) {
      return new LedgerException(
          "Cannot open store "
              + address
              + ": another process has it open; end that one, or use PostgreSQL, which several may"
              + " share",
          failure);
    }
    String reason =
        cause
            .map(one -> String.valueOf(one.getMessage()).lines().findFirst().orElse(""))
            .orElseGet(() -> String.valueOf(failure.getMessage()));
    return new LedgerException("Cannot open store " + address + ": " + reason, failure);
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
