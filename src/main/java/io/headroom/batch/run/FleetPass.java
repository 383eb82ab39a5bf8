package io.headroom.batch.run;

import io.headroom.advice.Adviser;
import io.headroom.advice.Fleet;
import io.headroom.advice.FleetRun;
import io.headroom.advice.Judged;
import io.headroom.advice.Problem;
import io.headroom.advice.RunSummary;
import io.headroom.advice.change.Answer;
import io.headroom.advice.change.FleetChanges;
import io.headroom.advice.change.FleetChanges.Answers;
import io.headroom.batch.delivery.Message;
import io.headroom.batch.run.FleetSource.Gathered;
import io.headroom.catalog.Catalogs;
import io.headroom.ledger.Ledger;
import io.headroom.ledger.content.Content;
import io.headroom.ledger.problem.LedgerException;
import io.headroom.ledger.problem.LostClaimException;
import io.headroom.ledger.run.Holder;
import io.headroom.ledger.run.RunClaim;
import io.headroom.ledger.run.RunOutcome;
import io.headroom.ledger.run.RunProblem;
import io.headroom.ledger.run.RunProgress;
import io.headroom.ledger.run.RunState;
import io.headroom.policy.PolicySet;
import io.headroom.report.change.ChangeFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Carries out a run: collects, judges every machine, and lets all recommendations be seen at once.
 * Until then nobody sees anything of it; a run that dies leaves everything as it was, and whoever
 * takes it over begins again.
 */
public final class FleetPass {

  private final Ledger ledger;
  private final FleetSource fleet;
  private final PolicySet policies;
  private final Catalogs catalogs;
  private final InstantSource clock;

  /** Prepares a pass; changes nothing. */
  public FleetPass(
      Ledger ledger,
      FleetSource fleet,
      PolicySet policies,
      Catalogs catalogs,
      InstantSource clock) {
    this.ledger = ledger;
    this.fleet = fleet;
    this.policies = policies;
    this.catalogs = catalogs;
    this.clock = clock;
  }

  /** Takes the verdicts one by one, and what they add up to. */
  public interface Listener {

    /** Nobody listens. */
    Listener NONE =
        new Listener() {
          @Override
          public void begin(Instant asOf, int machines) {}

          @Override
          public void accept(Judged judged) {}

          @Override
          public void finish(RunSummary summary) {}
        };

    /** Judging begins. */
    void begin(Instant asOf, int machines);

    /** A machine was judged. */
    void accept(Judged judged);

    /** All machines were judged. */
    void finish(RunSummary summary);
  }

  /**
   * What came of a run.
   *
   * @param requests how many requests the collection took
   * @param recommended how many machines should be another type
   */
  public record Result(
      String runId, Instant finished, long requests, int recommended, FleetChanges changes) {

    /** Returns what is told to others. */
    public Message message() {
      return Message.of(runId, finished, changes);
    }
  }

  /**
   * Carries out a run that was granted or taken over.
   *
   * @throws LostClaimException if another process has it by now; nothing of this one is seen
   * @throws LedgerException if there is nothing to judge; the run is noted as failed
   * @throws InterruptedException if this thread is interrupted; whoever comes next takes the run
   *     over at once
   */
  public Result carryOut(RunClaim claim, Holder holder, Listener listener)
      throws InterruptedException {
    Heartbeat heartbeat = Heartbeat.of(ledger.runs(), claim, holder);
    try {
      return pass(claim, listener);
    } catch (LostClaimException e) {
      throw e;
    } catch (InterruptedException e) {
      letGo(claim);
      throw e;
    } catch (RuntimeException e) {
      fail(claim, String.valueOf(e.getMessage()));
      throw e;
    } finally {
      heartbeat.close();
    }
  }

  private Result pass(RunClaim claim, Listener listener) throws InterruptedException {
    Answers before = KnownAnswers.of(ledger);
    progress(claim, "collect", 0);
    Gathered gathered = fleet.gather();
    Fleet machines = gathered.fleet();
    Instant asOf = machines.until();
    int count = machines.instances().size();
    progress(claim, "recommend", count);
    listener.begin(asOf, count);
    Drafts drafts = new Drafts(ledger.recommendations(), ledger.runs(), claim, count);
    Consumer<Judged> sink =
        one -> {
          drafts.add(one.verdict());
          listener.accept(one);
        };
    RunSummary judged = judge(machines, asOf, sink);
    List<Problem> problems = new ArrayList<>(gathered.problems());
    problems.addAll(judged.problems());
    List<Answer> answers = drafts.finish();
    FleetChanges changes = changes(before, asOf, answers, problems);
    listener.finish(new RunSummary(judged.totals(), problems));
    Instant finished = clock.instant();
    ledger.runs().finish(claim, outcome(finished, changes));
    int recommended =
        (int) answers.stream().filter(answer -> answer.recommendedType().isPresent()).count();
    return new Result(claim.runId(), finished, gathered.requests(), recommended, changes);
  }

  private RunSummary judge(Fleet machines, Instant asOf, Consumer<Judged> sink)
      throws InterruptedException {
    Adviser adviser = new Adviser(policies, catalogs, asOf);
    return new FleetRun(machines, adviser, Runtime.getRuntime().availableProcessors()).judge(sink);
  }

  private static FleetChanges changes(
      Answers before, Instant asOf, List<Answer> after, List<Problem> problems) {
    return FleetChanges.between(before, new Answers(Optional.of(asOf), after), problems);
  }

  private static RunOutcome outcome(Instant finished, FleetChanges changes) {
    return new RunOutcome(
        changes.problems().isEmpty() ? RunState.SUCCEEDED : RunState.PARTIAL,
        finished,
        changes.problems().stream()
            .map(one -> new RunProblem(one.code(), one.subject(), one.message()))
            .toList(),
        Optional.of(Content.ofText(ChangeFormat.JSON.text(changes))));
  }

  private void progress(RunClaim claim, String step, int total) {
    ledger.runs().progress(claim, new RunProgress(step, 0, total));
  }

  private void letGo(RunClaim claim) {
    try {
      ledger.runs().renew(claim, Duration.ZERO);
    } catch (LedgerException e) {
      // its lease ends by itself
    }
  }

  private void fail(RunClaim claim, String reason) {
    RunProblem problem = new RunProblem("run", claim.runId(), reason);
    try {
      ledger
          .runs()
          .finish(
              claim,
              new RunOutcome(RunState.FAILED, clock.instant(), List.of(problem), Optional.empty()));
    } catch (LedgerException e) {
      // what failed first is thrown; the lease of the run ends by itself
    }
  }
}
