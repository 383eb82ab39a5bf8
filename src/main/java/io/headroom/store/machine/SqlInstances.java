package io.headroom.store.machine;

import io.headroom.ledger.machine.InstanceFilter;
import io.headroom.ledger.machine.InstanceFilter.Presence;
import io.headroom.ledger.machine.Instances;
import io.headroom.ledger.machine.KnownInstance;
import io.headroom.ledger.page.Page;
import io.headroom.ledger.page.PageRequest;
import io.headroom.ledger.problem.RefusedChangeException;
import io.headroom.ledger.problem.UnknownEntryException;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import io.headroom.recording.inventory.InstanceText;
import io.headroom.store.sql.Conditions;
import io.headroom.store.sql.Cursor;
import io.headroom.store.sql.Database;
import io.headroom.store.sql.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The machines, each with its document as recordings write it. */
public final class SqlInstances implements Instances {

  private static final String LIST = "instances";
  private static final String INSERT =
      """
      INSERT INTO instance
        (id, name, provider, account, region, instance_type, document, first_seen, last_seen)
      VALUES (:id, :name, :provider, :account, :region, :type, :document, :seen, :seen)""";
  private static final String UPDATE =
      """
      UPDATE instance SET name = :name, provider = :provider, account = :account,
        region = :region, instance_type = :type, document = :document, last_seen = :seen,
        gone_since = NULL
      WHERE id = :id""";

  private final Database database;

  /** Works on a database. */
  public SqlInstances(Database database) {
    this.database = database;
  }

  @Override
  public void keep(Collection<Instance> found, Instant seen) {
    List<Instance> inOrder = found.stream().sorted(Comparator.comparing(Instance::id)).toList();
    if (inOrder.isEmpty()) {
      return;
    }
    database.useTransaction(
        handle -> {
          int[] updated = executed(handle, UPDATE, inOrder, seen);
          List<Instance> added = new ArrayList<>();
          for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
              added.add(inOrder.get(i));
            }
          }
          if (!added.isEmpty()) {
            executed(handle, INSERT, added, seen);
          }
        });
  }

  private static int[] executed(
      Handle handle, String statement, List<Instance> instances, Instant seen) {
    PreparedBatch batch = handle.prepareBatch(statement);
    for (Instance instance : instances) {
      batch
          .bind("id", instance.id())
          .bind("name", instance.name())
          .bind("provider", instance.provider().name())
          .bind("account", instance.placement().account())
          .bind("region", instance.placement().region())
          .bind("type", instance.type().present())
          .bind("document", InstanceText.of(instance))
          .bind("seen", seen)
          .add();
    }
    return batch.execute();
  }

  @Override
  public void leave(Collection<String> ids, Instant noticed) {
    if (ids.isEmpty()) {
      return;
    }
    database.useTransaction(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  "UPDATE instance SET gone_since = :at WHERE id = :id AND gone_since IS NULL");
          ids.stream().sorted().forEach(id -> batch.bind("id", id).bind("at", noticed).add());
          batch.execute();
        });
  }

  @Override
  public void changedType(String id, TypeChange change) {
    database.useTransaction(
        handle -> {
          KnownInstance known =
              find(handle, id, " FOR UPDATE")
                  .orElseThrow(() -> new UnknownEntryException("instance", id));
          Instance changed = changed(known.instance(), change);
          handle
              .createUpdate(
                  "UPDATE instance SET instance_type = :type, document = :document WHERE id = :id")
              .bind("type", changed.type().present())
              .bind("document", InstanceText.of(changed))
              .bind("id", id)
              .execute();
        });
  }

  private static Instance changed(Instance instance, TypeChange change) {
    List<TypeChange> changes = new ArrayList<>(instance.type().changes());
    if (changes.stream().anyMatch(other -> !other.from().isBefore(change.from()))) {
      throw new RefusedChangeException(
          "Cannot note that "
              + instance.id()
              + " became "
              + change.instanceType()
              + ": a later change of its type is known");
    }
    changes.add(change);
    return instance.toBuilder().type(new TypeHistory(change.instanceType(), changes)).build();
  }

  @Override
  public Optional<KnownInstance> find(String id) {
    return database.inTransaction(handle -> find(handle, id, ""));
  }

  private static Optional<KnownInstance> find(Handle handle, String id, String lock) {
    return handle
        .createQuery("SELECT * FROM instance WHERE id = :id" + lock)
        .bind("id", id)
        .map(SqlInstances::known)
        .findOne();
  }

  @Override
  public Page<KnownInstance> list(InstanceFilter filter, PageRequest page) {
    Conditions conditions = conditions(filter);
    Cursor.values(page, LIST, 1)
        .ifPresent(last -> conditions.and("id > :last", "last", last.get(0)));
    List<KnownInstance> found =
        database.inTransaction(
            handle ->
                conditions
                    .bindTo(
                        handle.createQuery(
                            "SELECT * FROM instance"
                                + conditions.where()
                                + " ORDER BY id LIMIT :limit"))
                    .bind("limit", page.limit() + 1)
                    .map(SqlInstances::known)
                    .list());
    return Cursor.page(found, page, LIST, known -> List.of(known.instance().id()));
  }

  @Override
  public long count(InstanceFilter filter) {
    Conditions conditions = conditions(filter);
    return database.inTransaction(
        handle ->
            conditions
                .bindTo(handle.createQuery("SELECT COUNT(*) FROM instance" + conditions.where()))
                .mapTo(Long.class)
                .one());
  }

  private static Conditions conditions(InstanceFilter filter) {
    Conditions conditions = new Conditions();
    filter
        .provider()
        .ifPresent(one -> conditions.and("provider = :provider", "provider", one.name()));
    filter.account().ifPresent(one -> conditions.and("account = :account", "account", one));
    filter.region().ifPresent(one -> conditions.and("region = :region", "region", one));
    filter.text().ifPresent(text -> conditions.contain(text, "id", "name"));
    if (filter.presence() == Presence.THERE) {
      conditions.and("gone_since IS NULL");
    }
    return conditions;
  }

  private static KnownInstance known(ResultSet row, StatementContext context) throws SQLException {
    return new KnownInstance(
        InstanceText.read(row.getString("document")),
        Times.of(row, "first_seen"),
        Times.of(row, "last_seen"),
        Times.optional(row, "gone_since"));
  }
}
