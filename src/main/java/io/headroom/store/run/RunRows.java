package io.headroom.store.run;

import io.headroom.ledger.content.Content;
import io.headroom.ledger.run.Run;
import io.headroom.ledger.run.RunOrder;
import io.headroom.ledger.run.RunProblem;
import io.headroom.ledger.run.RunProgress;
import io.headroom.ledger.run.RunState;
import io.headroom.ledger.run.RunTrigger;
import io.headroom.store.sql.Columns;
import io.headroom.store.sql.Packed;
import io.headroom.store.sql.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Reads and writes rows of runs. */
final class RunRows {

  /** What a run is read by; the lease is compared by the clock of the database. */
  static final String SELECT =
      "SELECT run.*, lease_until <= CURRENT_TIMESTAMP AS lease_is_over FROM run";

  private final Handle handle;

  RunRows(Handle handle) {
    this.handle = handle;
  }

  Optional<Run> find(String id) {
    return one(handle.createQuery(SELECT + " WHERE id = :id").bind("id", id));
  }

  Optional<Run> underWay(String job) {
    return one(handle.createQuery(SELECT + " WHERE open_job = :job").bind("job", job));
  }

  Optional<Run> ofOccurrence(RunOrder order) {
    return order
        .occurrence()
        .flatMap(
            time ->
                one(
                    handle
                        .createQuery(SELECT + " WHERE job = :job AND occurrence = :time")
                        .bind("job", order.job())
                        .bind("time", time)));
  }

  Optional<Run> lastWithResult(String job) {
    return one(
        handle
            .createQuery(
                SELECT
                    + " WHERE job = :job AND state IN ('SUCCEEDED', 'PARTIAL')"
                    + " ORDER BY started_at DESC, id DESC LIMIT 1")
            .bind("job", job));
  }

  private Optional<Run> one(Query query) {
    return query.map((row, context) -> run(row)).findOne();
  }

  void insert(Run run, long epoch, Instant leaseUntil) {
    handle
        .createUpdate(
            """
            INSERT INTO run (id, job, open_job, run_trigger, occurrence, actor, state, started_at,
              finished_at, holder, epoch, lease_until, progress_step, progress_done,
              progress_total)
            VALUES (:id, :job, :open, :trigger, :occurrence, :actor, :state, :started,
              :finished, :holder, :epoch, :lease, '', 0, 0)""")
        .bind("id", run.id())
        .bind("job", run.order().job())
        .bind("open", run.state() == RunState.RUNNING ? run.order().job() : null)
        .bind("trigger", run.order().trigger().name())
        .bind("occurrence", run.order().occurrence())
        .bind("actor", run.order().actor())
        .bind("state", run.state().name())
        .bind("started", run.startedAt())
        .bind("finished", run.finishedAt())
        .bind("holder", run.holder())
        .bind("epoch", epoch)
        .bind("lease", leaseUntil)
        .execute();
    insertProblems(run.id(), run.problems());
  }

  void insertProblems(String id, List<RunProblem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO run_problem (run_id, place, code, subject, message)
            VALUES (:id, :place, :code, :subject, :message)""");
    for (int i = 0; i < problems.size(); i++) {
      RunProblem problem = problems.get(i);
      batch
          .bind("id", id)
          .bind("place", i)
          .bind("code", problem.code())
          .bind("subject", problem.subject())
          .bind("message", problem.message())
          .add();
    }
    batch.execute();
  }

  Run run(ResultSet row) throws SQLException {
    String id = row.getString("id");
    RunState state = Columns.constant(RunState.class, row.getString("state"));
    return new Run(
        id,
        order(row),
        state,
        Times.of(row, "started_at"),
        Times.optional(row, "finished_at"),
        row.getString("holder"),
        Math.max(0, row.getLong("epoch") - 1),
        state == RunState.RUNNING && row.getBoolean("lease_is_over"),
        new RunProgress(
            row.getString("progress_step"),
            row.getLong("progress_done"),
            row.getLong("progress_total")),
        state == RunState.RUNNING ? List.of() : problems(id),
        Optional.ofNullable(row.getBytes("summary")).map(Packed::unpacked).map(Content::of));
  }

  private static RunOrder order(ResultSet row) throws SQLException {
    return new RunOrder(
        row.getString("job"),
        Columns.constant(RunTrigger.class, row.getString("run_trigger")),
        Times.optional(row, "occurrence"),
        row.getString("actor"));
  }

  private List<RunProblem> problems(String id) {
    return handle
        .createQuery("SELECT * FROM run_problem WHERE run_id = :id ORDER BY place")
        .bind("id", id)
        .map(
            (row, context) ->
                new RunProblem(
                    row.getString("code"), row.getString("subject"), row.getString("message")))
        .list();
  }
}
