package io.headroom.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Times as both databases keep them: UTC, to the microsecond. The JDBC timestamp is not used: it
 * goes through the time zone of the machine.
 */
public final class Times {

  private Times() {}

  static Jdbi registeredWith(Jdbi jdbi) {
    return jdbi.registerArgument(new InstantArguments());
  }

  /** Returns the time in a column that is never empty. */
  public static Instant of(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** Returns the time in a column; nothing if it is empty. */
  public static Optional<Instant> optional(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /** Returns the time as it will be kept. */
  public static Instant kept(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  private static final class InstantArguments extends AbstractArgumentFactory<Instant> {
    InstantArguments() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      OffsetDateTime time = kept(value).atOffset(ZoneOffset.UTC);
      return (position, statement, context) -> statement.setObject(position, time);
    }
  }
}
