package io.headroom.testing;

import io.headroom.store.StoreAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Empty databases: files, and databases of one PostgreSQL that a test run starts once. */
public final class Stores {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private Stores() {}

  /** Returns a file in a folder. */
  public static StoreAddress file(Path folder) {
    return StoreAddress.parse(
        folder.resolve("store").toString(), Optional.empty(), Optional.empty());
  }

  /** Returns a new database of a real PostgreSQL. */
  public static StoreAddress postgres() {
    EmbeddedPostgres server = Server.RUNNING;
    String name = "store_" + COUNT.incrementAndGet();
    String base = "postgresql://postgres:postgres@localhost:" + server.getPort() + "/";
    execute(
        StoreAddress.parse(base + "postgres", Optional.empty(), Optional.empty()),
        "CREATE DATABASE " + name);
    return StoreAddress.parse(base + name, Optional.empty(), Optional.empty());
  }

  /** Runs a statement, past the program. */
  public static void execute(StoreAddress address, String statement) {
    try (Connection connection =
            DriverManager.getConnection(
                address.jdbcUrl(), address.user().orElse(""), address.secret().orElse(""));
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The server ends with the JVM. */
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
