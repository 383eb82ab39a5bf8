package io.headroom.store.run;

import io.headroom.ledger.audit.AuditEvent;
import io.headroom.ledger.page.Page;
import io.headroom.ledger.page.PageRequest;
import io.headroom.ledger.problem.LostClaimException;
import io.headroom.ledger.run.Holder;
import io.headroom.ledger.run.Run;
import io.headroom.ledger.run.RunAdmission;
import io.headroom.ledger.run.RunClaim;
import io.headroom.ledger.run.RunFilter;
import io.headroom.ledger.run.RunOrder;
import io.headroom.ledger.run.RunOutcome;
import io.headroom.ledger.run.RunProblem;
import io.headroom.ledger.run.RunProgress;
import io.headroom.ledger.run.RunState;
import io.headroom.ledger.run.Runs;
import io.headroom.store.audit.SqlAuditLog;
import io.headroom.store.recommendation.Drafts;
import io.headroom.store.recommendation.Publication;
import io.headroom.store.recommendation.RunFence;
import io.headroom.store.sql.Conditions;
import io.headroom.store.sql.Cursor;
import io.headroom.store.sql.Database;
import io.headroom.store.sql.Ids;
import io.headroom.store.sql.Packed;
import io.headroom.store.sql.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The runs. Beginnings are in the order of the audit log, which lets one in at a time. */
public final class SqlRuns implements Runs {

  private static final String LIST = "runs";

  private final Database database;
  private final SqlAuditLog audit;

  /** Works on a database. */
  public SqlRuns(Database database, SqlAuditLog audit) {
    this.database = database;
    this.audit = audit;
  }

  @Override
  public RunAdmission begin(RunOrder order, Holder holder, Instant now) {
    Optional<RunAdmission> refused = database.inTransaction(handle -> refused(handle, order));
    return refused.isPresent()
        ? refused.get()
        : database.inTransaction(handle -> admitted(handle, order, holder, now));
  }

  private RunAdmission admitted(Handle handle, RunOrder order, Holder holder, Instant now) {
    String id = Ids.of("run");
    handle.savepoint("begin");
    // whoever else begins a run waits here until this one is kept or refused
    audit.append(handle, new AuditEvent(now, order.actor(), "run.begin", id, order.job()));
    Optional<RunAdmission> refused = refused(handle, order);
    if (refused.isPresent()) {
      handle.rollbackToSavepoint("begin");
      return refused.get();
    }
    Run run = run(id, order, RunState.RUNNING, now, holder.name(), List.of());
    new RunRows(handle).insert(run, 1, Database.now(handle).plus(holder.lease()));
    return new RunAdmission.Granted(new RunClaim(id, 1));
  }

  private static Optional<RunAdmission> refused(Handle handle, RunOrder order) {
    RunRows rows = new RunRows(handle);
    return rows.ofOccurrence(order)
        .<RunAdmission>map(RunAdmission.HadAlready::new)
        .or(() -> rows.underWay(order.job()).map(RunAdmission.UnderWay::new));
  }

  private static Run run(
      String id,
      RunOrder order,
      RunState state,
      Instant now,
      String holder,
      List<RunProblem> problems) {
    Instant started = Times.kept(now);
    return new Run(
        id,
        order,
        state,
        started,
        state == RunState.RUNNING ? Optional.empty() : Optional.of(started),
        holder,
        /* takeovers= */ 0,
        /* leaseIsOver= */ false,
        RunProgress.NONE,
        problems,
        Optional.empty());
  }

  @Override
  public Optional<RunClaim> takeOver(Holder holder) {
    return database.inTransaction(
        handle -> {
          Optional<RunClaim> dead =
              handle
                  .createQuery(
                      """
                      SELECT id, epoch FROM run
                      WHERE open_job IS NOT NULL AND lease_until <= CURRENT_TIMESTAMP
                      ORDER BY started_at, id LIMIT 1 FOR UPDATE SKIP LOCKED""")
                  .map((row, context) -> new RunClaim(row.getString(1), row.getLong(2) + 1))
                  .findOne();
          dead.ifPresent(claim -> take(handle, claim, holder));
          return dead;
        });
  }

  private void take(Handle handle, RunClaim claim, Holder holder) {
    Instant now = Database.now(handle);
    handle
        .createUpdate(
            """
            UPDATE run SET holder = :holder, epoch = :epoch, lease_until = :lease
            WHERE id = :id""")
        .bind("holder", holder.name())
        .bind("epoch", claim.epoch())
        .bind("lease", now.plus(holder.lease()))
        .bind("id", claim.runId())
        .execute();
    Drafts.drop(handle, claim.runId());
    audit.append(handle, new AuditEvent(now, holder.name(), "run.take-over", claim.runId(), ""));
  }

  @Override
  public boolean renew(RunClaim claim, Duration lease) {
    return database.inTransaction(
        handle ->
            handle
                    .createUpdate(
                        """
                        UPDATE run SET lease_until = :lease
                        WHERE id = :id AND epoch = :epoch AND state = 'RUNNING'""")
                    .bind("lease", Database.now(handle).plus(lease))
                    .bind("id", claim.runId())
                    .bind("epoch", claim.epoch())
                    .execute()
                == 1);
  }

  @Override
  public void progress(RunClaim claim, RunProgress progress) {
    database.useTransaction(
        handle -> {
          int changed =
              handle
                  .createUpdate(
                      """
                      UPDATE run SET progress_step = :step, progress_done = :done,
                        progress_total = :total
                      WHERE id = :id AND epoch = :epoch AND state = 'RUNNING'""")
                  .bind("step", progress.step())
                  .bind("done", progress.done())
                  .bind("total", progress.total())
                  .bind("id", claim.runId())
                  .bind("epoch", claim.epoch())
                  .execute();
          if (changed == 0) {
            throw new LostClaimException("run", claim.runId());
          }
        });
  }

  @Override
  public void finish(RunClaim claim, RunOutcome outcome) {
    database.useTransaction(
        handle -> {
          RunFence.hold(handle, claim);
          if (outcome.state().hasResult()) {
            Publication.publish(handle, claim.runId(), outcome.finishedAt());
          } else {
            Drafts.drop(handle, claim.runId());
          }
          end(handle, claim, outcome);
        });
  }

  private void end(Handle handle, RunClaim claim, RunOutcome outcome) {
    handle
        .createUpdate(
            """
            UPDATE run SET state = :state, open_job = NULL, finished_at = :finished,
              summary = :summary
            WHERE id = :id""")
        .bind("state", outcome.state().name())
        .bind("finished", outcome.finishedAt())
        .bind("summary", outcome.summary().map(summary -> Packed.of(summary.bytes())).orElse(null))
        .bind("id", claim.runId())
        .execute();
    RunRows rows = new RunRows(handle);
    rows.insertProblems(claim.runId(), outcome.problems());
    String holder = rows.find(claim.runId()).map(Run::holder).orElseThrow();
    String state = outcome.state().name().toLowerCase(Locale.ROOT);
    audit.append(
        handle, new AuditEvent(outcome.finishedAt(), holder, "run.end", claim.runId(), state));
  }

  @Override
  public Run skip(RunOrder missed, String reason, Instant now) {
    if (missed.occurrence().isEmpty()) {
      throw new IllegalArgumentException("Invalid run to skip: it is for no occurrence");
    }
    return database.inTransaction(
        handle -> {
          handle.savepoint("skip");
          String id = Ids.of("run");
          audit.append(handle, new AuditEvent(now, missed.actor(), "run.skip", id, reason));
          RunRows rows = new RunRows(handle);
          Optional<Run> had = rows.ofOccurrence(missed);
          if (had.isPresent()) {
            handle.rollbackToSavepoint("skip");
            return had.get();
          }
          RunProblem problem = new RunProblem("run_missed", missed.job(), reason);
          rows.insert(
              run(id, missed, RunState.SKIPPED, now, missed.actor(), List.of(problem)),
              0,
              Database.now(handle));
          return rows.find(id).orElseThrow();
        });
  }

  @Override
  public Optional<Run> find(String id) {
    return database.inTransaction(handle -> new RunRows(handle).find(id));
  }

  @Override
  public Optional<Run> underWay(String job) {
    return database.inTransaction(handle -> new RunRows(handle).underWay(job));
  }

  @Override
  public Optional<Run> lastWithResult(String job) {
    return database.inTransaction(handle -> new RunRows(handle).lastWithResult(job));
  }

  @Override
  public Page<Run> list(RunFilter filter, PageRequest page) {
    Conditions conditions = new Conditions();
    filter.job().ifPresent(job -> conditions.and("job = :job", "job", job));
    filter.state().ifPresent(state -> conditions.and("state = :state", "state", state.name()));
    Cursor.values(page, LIST, 2)
        .ifPresent(
            last ->
                conditions
                    .and("started_at <= :started", "started", time(Cursor.number(last.get(0))))
                    .and("(started_at < :started OR id < :last)", "last", last.get(1)));
    List<Run> found =
        database.inTransaction(
            handle ->
                conditions
                    .bindTo(
                        handle.createQuery(
                            RunRows.SELECT
                                + conditions.where()
                                + " ORDER BY started_at DESC, id DESC LIMIT :limit"))
                    .bind("limit", page.limit() + 1)
                    .map((row, context) -> new RunRows(handle).run(row))
                    .list());
    return Cursor.page(
        found, page, LIST, run -> List.of(String.valueOf(micros(run.startedAt())), run.id()));
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private static Instant time(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
