package io.headroom.testing;

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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs in memory. */
final class InMemoryRuns implements Runs {

  private final InstantSource clock;
  private final InMemoryRecommendations recommendations;
  private final List<Entry> entries = new ArrayList<>();

  InMemoryRuns(InstantSource clock, InMemoryRecommendations recommendations) {
    this.clock = clock;
    this.recommendations = recommendations;
    recommendations.heldBy(this::requireHeld);
  }

  /** A run with what changes. */
  private static final class Entry {
    private Run run;
    private long epoch = 1;
    private Instant leaseEnd;

    Entry(Run run, Instant leaseEnd) {
      this.run = run;
      this.leaseEnd = leaseEnd;
    }
  }

  @Override
  public synchronized RunAdmission begin(RunOrder order, Holder holder, Instant now) {
    Optional<Run> had =
        entries.stream()
            .map(entry -> entry.run)
            .filter(
                run ->
                    run.order().job().equals(order.job())
                        && order.occurrence().isPresent()
                        && run.order().occurrence().equals(order.occurrence())
                        && run.state() != RunState.RUNNING)
            .findFirst();
    if (had.isPresent()) {
      return new RunAdmission.HadAlready(had.get());
    }
    Optional<Run> underWay = underWay(order.job());
    if (underWay.isPresent()) {
      return new RunAdmission.UnderWay(underWay.get());
    }
    String id = "run-" + (entries.size() + 1);
    entries.add(
        new Entry(
            run(id, order, RunState.RUNNING, now, holder.name(), 0),
            clock.instant().plus(holder.lease())));
    return new RunAdmission.Granted(new RunClaim(id, 1));
  }

  private static Run run(
      String id, RunOrder order, RunState state, Instant now, String holder, long takeovers) {
    return new Run(
        id,
        order,
        state,
        now,
        Optional.empty(),
        holder,
        takeovers,
        /* leaseIsOver= */ false,
        RunProgress.NONE,
        List.of(),
        Optional.empty());
  }

  @Override
  public synchronized Optional<RunClaim> takeOver(Holder holder) {
    for (Entry entry : entries) {
      if (entry.run.state() == RunState.RUNNING && entry.leaseEnd.isBefore(clock.instant())) {
        entry.epoch++;
        entry.leaseEnd = clock.instant().plus(holder.lease());
        entry.run =
            run(
                entry.run.id(),
                entry.run.order(),
                RunState.RUNNING,
                entry.run.startedAt(),
                holder.name(),
                entry.run.takeovers() + 1);
        recommendations.drop(entry.run.id());
        return Optional.of(new RunClaim(entry.run.id(), entry.epoch));
      }
    }
    return Optional.empty();
  }

  private Optional<Entry> held(RunClaim claim) {
    return entries.stream()
        .filter(
            entry ->
                entry.run.id().equals(claim.runId())
                    && entry.epoch == claim.epoch()
                    && entry.run.state() == RunState.RUNNING)
        .findFirst();
  }

  private synchronized Entry requireHeld(RunClaim claim) {
    return held(claim).orElseThrow(() -> new LostClaimException("run", claim.runId()));
  }

  @Override
  public synchronized boolean renew(RunClaim claim, Duration lease) {
    Optional<Entry> held = held(claim);
    held.ifPresent(entry -> entry.leaseEnd = clock.instant().plus(lease));
    return held.isPresent();
  }

  @Override
  public void progress(RunClaim claim, RunProgress progress) {
    requireHeld(claim);
  }

  @Override
  public synchronized void finish(RunClaim claim, RunOutcome outcome) {
    Entry entry = requireHeld(claim);
    Run was = entry.run;
    entry.run =
        new Run(
            was.id(),
            was.order(),
            outcome.state(),
            was.startedAt(),
            Optional.of(outcome.finishedAt()),
            was.holder(),
            was.takeovers(),
            /* leaseIsOver= */ false,
            was.progress(),
            outcome.problems(),
            outcome.summary());
    if (outcome.state().hasResult()) {
      recommendations.publish(was.id(), outcome.finishedAt());
    } else {
      recommendations.drop(was.id());
    }
  }

  @Override
  public synchronized Run skip(RunOrder missed, String reason, Instant now) {
    Optional<Run> there =
        entries.stream()
            .map(entry -> entry.run)
            .filter(
                run ->
                    run.order().job().equals(missed.job())
                        && run.order().occurrence().equals(missed.occurrence()))
            .findFirst();
    if (there.isPresent()) {
      return there.get();
    }
    String id = "run-" + (entries.size() + 1);
    Run run =
        new Run(
            id,
            missed,
            RunState.SKIPPED,
            now,
            Optional.of(now),
            "",
            0,
            /* leaseIsOver= */ false,
            RunProgress.NONE,
            List.of(new RunProblem("missed", id, reason)),
            Optional.empty());
    entries.add(new Entry(run, now));
    return run;
  }

  @Override
  public synchronized Optional<Run> find(String id) {
    return all().stream().filter(run -> run.id().equals(id)).findFirst();
  }

  @Override
  public synchronized Optional<Run> underWay(String job) {
    return all().stream()
        .filter(run -> run.order().job().equals(job) && run.state() == RunState.RUNNING)
        .findFirst();
  }

  @Override
  public synchronized Optional<Run> lastWithResult(String job) {
    return all().stream()
        .filter(run -> run.order().job().equals(job) && run.state().hasResult())
        .findFirst();
  }

  @Override
  public synchronized Page<Run> list(RunFilter filter, PageRequest page) {
    return new Page<>(
        all().stream()
            .filter(run -> filter.job().map(run.order().job()::equals).orElse(true))
            .filter(run -> filter.state().map(state -> state == run.state()).orElse(true))
            .limit(page.limit())
            .toList(),
        Optional.empty());
  }

  /** Returns all runs, newest first, each with whether its lease is over. */
  private List<Run> all() {
    List<Run> runs = new ArrayList<>();
    for (Entry entry : entries) {
      Run run = entry.run;
      runs.add(
          0,
          new Run(
              run.id(),
              run.order(),
              run.state(),
              run.startedAt(),
              run.finishedAt(),
              run.holder(),
              run.takeovers(),
              run.state() == RunState.RUNNING && entry.leaseEnd.isBefore(clock.instant()),
              run.progress(),
              run.problems(),
              run.summary()));
    }
    return runs;
  }
}
