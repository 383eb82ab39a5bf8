package io.headroom.store.sql;

import io.headroom.ledger.problem.LedgerException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Columns that may be empty, and columns whose values this program must know. */
public final class Columns {

  private Columns() {}

  /** Returns the text of a column; nothing if it is empty. */
  public static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  /** Returns the number of a column; nothing if it is empty. */
  public static Optional<Integer> number(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }

  /**
   * Returns the constant of an enumeration.
   *
   * @throws LedgerException if there is none of that name: a newer program wrote it
   */
  public static <E extends Enum<E>> E constant(Class<E> type, String name) {
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException e) {
      throw new LedgerException(
          "Cannot read the store: "
              + name
              + " is no "
              + type.getSimpleName()
              + " that this program knows",
          e);
    }
  }
}
