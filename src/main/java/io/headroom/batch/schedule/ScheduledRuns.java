package io.headroom.batch.schedule;

import io.headroom.ledger.page.PageRequest;
import io.headroom.ledger.run.Holder;
import io.headroom.ledger.run.Run;
import io.headroom.ledger.run.RunAdmission;
import io.headroom.ledger.run.RunClaim;
import io.headroom.ledger.run.RunFilter;
import io.headroom.ledger.run.RunOrder;
import io.headroom.ledger.run.RunTrigger;
import io.headroom.ledger.run.Runs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Makes runs by a schedule. Several processes may do so on one store: each occurrence has one run,
 * and a run whose process died is taken over. An occurrence that was missed is noted as skipped,
 * once, and never caught up. Whoever has it calls {@link #tick} every few seconds, from one thread.
 */
public final class ScheduledRuns {

  /** An occurrence later than this is missed: its run would come at a time nobody asked for. */
  static final Duration GRACE = Duration.ofMinutes(10);

  /** After a long pause the newest missed occurrences are noted; more would say no more. */
  private static final int MOST_NOTED = 50;

  private final Runs runs;
  private final Occurrences occurrences;
  private final String job;
  private final Holder holder;
  private final Work work;
  private Instant seen;

  /** What is done in a run. */
  @FunctionalInterface
  public interface Work {

    /**
     * Carries out a run to its end.
     *
     * @throws io.headroom.ledger.problem.LostClaimException if another process has it by now
     * @throws InterruptedException if this thread is interrupted
     */
    void carryOut(RunClaim claim) throws InterruptedException;
  }

  /**
   * Prepares a schedule.
   *
   * @param started what time it is: earlier occurrences are missed ones, back to the last run
   */
  public ScheduledRuns(
      Runs runs, Occurrences occurrences, String job, Holder holder, Work work, Instant started) {
    this.runs = runs;
    this.occurrences = occurrences;
    this.job = job;
    this.holder = holder;
    this.work = work;
    this.seen = lastRun(started);
  }

  private Instant lastRun(Instant started) {
    return runs
        .list(new RunFilter(Optional.of(job), Optional.empty()), PageRequest.first(1))
        .items()
        .stream()
        .findFirst()
        .map(run -> run.order().occurrence().orElse(run.startedAt()))
        .filter(last -> last.isBefore(started))
        .orElse(started);
  }

  /**
   * Does what is due at {@code now}: goes on with a run whose process died, notes what was missed,
   * and makes the run of this occurrence.
   *
   * @return ids of the runs that were carried out here
   * @throws InterruptedException if this thread is interrupted
   */
  public List<String> tick(Instant now) throws InterruptedException {
    List<String> done = new ArrayList<>();
    Optional<RunClaim> left = runs.takeOver(holder);
    if (left.isPresent() && carriedOut(left.get())) {
      done.add(left.get().runId());
    }
    Deque<Instant> due = due(now);
    while (!due.isEmpty()) {
      Instant occurrence = due.removeFirst();
      boolean isMissed = !due.isEmpty() || occurrence.plus(GRACE).isBefore(now);
      if (isMissed) {
        runs.skip(order(occurrence), "it was missed", now);
      } else {
        begin(occurrence, now).ifPresent(done::add);
      }
      seen = occurrence;
    }
    return List.copyOf(done);
  }

  private Deque<Instant> due(Instant now) {
    Deque<Instant> due = new ArrayDeque<>();
    Optional<Instant> next = occurrences.after(seen);
    while (next.isPresent() && !next.get().isAfter(now)) {
      due.addLast(next.get());
      if (due.size() > MOST_NOTED) {
        due.removeFirst();
      }
      next = occurrences.after(next.get());
    }
    return due;
  }

  private Optional<String> begin(Instant occurrence, Instant now) throws InterruptedException {
    RunOrder order = order(occurrence);
    RunAdmission admission = runs.begin(order, holder, now);
    Optional<RunClaim> claim =
        admission.match(
            Optional::of,
            underWay -> {
              note(order, underWay, now);
              return Optional.empty();
            },
            hadAlready -> Optional.empty());
    return claim.isPresent() && carriedOut(claim.get())
        ? claim.map(RunClaim::runId)
        : Optional.empty();
  }

  /** A run of another occurrence that takes too long: this one is left out. */
  private void note(RunOrder order, Run underWay, Instant now) {
    if (!underWay.order().occurrence().equals(order.occurrence())) {
      runs.skip(order, "run " + underWay.id() + " was under way", now);
    }
  }

  private boolean carriedOut(RunClaim claim) throws InterruptedException {
    try {
      work.carryOut(claim);
      return true;
    } catch (RuntimeException e) {
      // another process has it, or it is noted as failed, or its lease ends and it is taken over;
      // the schedule goes on
      return false;
    }
  }

  private RunOrder order(Instant occurrence) {
    return new RunOrder(job, RunTrigger.SCHEDULE, Optional.of(occurrence), "schedule");
  }

  /** Returns the next occurrence after what is done; nothing if there is none. */
  public Optional<Instant> next() {
    return occurrences.after(seen);
  }
}
