package io.headroom.store.series;

import io.headroom.store.sql.Database;
import io.headroom.store.sql.SqlFailure;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Numbers that stand for the ids of machines in the rows of samples. */
final class SeriesKeys {

  private SeriesKeys() {}

  /** Gives a machine its number, unless it has one. */
  static void ensure(Database database, String instanceId) {
    database.useTransaction(
        handle -> {
          if (find(handle, instanceId, "").isEmpty()) {
            insert(handle, instanceId);
          }
        });
  }

  private static void insert(Handle handle, String instanceId) {
    handle.savepoint("key");
    try {
      handle
          .createUpdate("INSERT INTO series_machine (instance_id) VALUES (:id)")
          .bind("id", instanceId)
          .execute();
    } catch (JdbiException failure) {
      if (!SqlFailure.isDuplicate(failure)) {
        throw failure;
      }
      handle.rollbackToSavepoint("key"); // somebody else was faster
    }
  }

  /**
   * Returns the number of a machine; nobody else changes its samples until the transaction ends.
   */
  static long locked(Handle handle, String instanceId) {
    return find(handle, instanceId, " FOR UPDATE").orElseThrow();
  }

  private static Optional<Long> find(Handle handle, String instanceId, String lock) {
    return handle
        .createQuery("SELECT machine_key FROM series_machine WHERE instance_id = :id" + lock)
        .bind("id", instanceId)
        .mapTo(Long.class)
        .findOne();
  }
}
