package io.headroom.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.ledger.Ledger;
import io.headroom.ledger.content.Content;
import io.headroom.ledger.page.Page;
import io.headroom.ledger.page.PageRequest;
import io.headroom.ledger.problem.LostClaimException;
import io.headroom.ledger.problem.RefusedChangeException;
import io.headroom.ledger.problem.StaleEntryException;
import io.headroom.ledger.recommendation.Draft;
import io.headroom.ledger.recommendation.Facts;
import io.headroom.ledger.recommendation.Move;
import io.headroom.ledger.recommendation.Recommendation;
import io.headroom.ledger.recommendation.RecommendationFilter;
import io.headroom.ledger.recommendation.RecommendationOrder;
import io.headroom.ledger.recommendation.RecommendationState;
import io.headroom.ledger.recommendation.Standing;
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
import io.headroom.ledger.run.RunTrigger;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.PerformanceRisk;
import io.headroom.testing.Machines;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store does with runs and recommendations. Each test has an empty store. */
abstract class RunContract {

  private static final Instant NOW = Machines.AS_OF;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Holder ALIVE = new Holder("one", MINUTE);

  /** A holder whose lease is over as soon as it has it: a dead one. */
  private static final Holder DEAD = new Holder("dead", Duration.ZERO);

  private Ledger ledger;

  /** Returns where a store is to be made. */
  abstract StoreAddress empty();

  @BeforeEach
  final void open() {
    ledger = SqlLedger.open(empty());
  }

  @AfterEach
  final void close() {
    ledger.close();
  }

  private static RunOrder order() {
    return new RunOrder("fleet", RunTrigger.COMMAND, Optional.empty(), "ann");
  }

  private static RunOrder scheduled() {
    return new RunOrder("fleet", RunTrigger.SCHEDULE, Optional.of(NOW), "headroom");
  }

  private RunClaim begin(Holder holder) {
    return begin(order(), holder);
  }

  private RunClaim begin(RunOrder order, Holder holder) {
    return ((RunAdmission.Granted) ledger.runs().begin(order, holder, NOW)).claim();
  }

  private void finish(RunClaim claim) {
    ledger
        .runs()
        .finish(claim, new RunOutcome(RunState.SUCCEEDED, NOW, List.of(), Optional.empty()));
  }

  private void run(Draft... drafts) {
    RunClaim claim = begin(ALIVE);
    ledger.recommendations().draft(claim, Arrays.asList(drafts));
    finish(claim);
  }

  private static Draft draft(String id, String type, double saving) {
    return draft(facts(id, type, saving), "evidence of " + id + " " + type);
  }

  private static Draft draft(Facts facts, String evidence) {
    return new Draft(facts, Content.ofText(evidence));
  }

  private static Facts facts(String id, String type, double saving) {
    return new Facts(
        id,
        "name of " + id,
        new Placement(Provider.AWS, "1", "eu-central-1", Optional.of("eu-central-1a")),
        "peak-plus-half",
        Finding.OVER_PROVISIONED,
        "m5.large",
        Optional.of(type),
        Optional.of(3),
        Optional.of(
            new MonthlySaving(new BigDecimal(String.valueOf(saving)), Currency.getInstance("USD"))),
        Optional.of(new PerformanceRisk(1, Optional.of("cpu"))),
        NOW);
  }

  private Recommendation open(String id) {
    return ledger.recommendations().open(id).orElseThrow();
  }

  private Recommendation move(String id, RecommendationState state) {
    Optional<Instant> until =
        state == RecommendationState.SNOOZED ? Optional.of(NOW.plus(MINUTE)) : Optional.empty();
    return ledger
        .recommendations()
        .move(new Move(id, new Standing(state, NOW, "ann", "because", until), Optional.empty()));
  }

  @Nested
  class OneRun {

    @Test
    void keepsAnotherOfItsJobOut() {
      RunClaim claim = begin(ALIVE);

      RunAdmission second = ledger.runs().begin(order(), ALIVE, NOW);

      assertThat(second).isInstanceOf(RunAdmission.UnderWay.class);
      assertThat(ledger.runs().takeOver(new Holder("two", MINUTE))).isEmpty();
      finish(claim);
      assertThat(ledger.runs().begin(order(), ALIVE, NOW)).isInstanceOf(RunAdmission.Granted.class);
    }

    @Test
    void isTheOnlyOneOfItsOccurrence() {
      finish(begin(scheduled(), ALIVE));

      assertThat(ledger.runs().begin(scheduled(), ALIVE, NOW))
          .isInstanceOf(RunAdmission.HadAlready.class);
      assertThat(ledger.runs().skip(scheduled(), "late", NOW).state())
          .isEqualTo(RunState.SUCCEEDED);
      assertThat(ledger.audit().verify().isIntact()).isTrue();
    }

    @Test
    void isSkippedWithAReason() {
      Run skipped = ledger.runs().skip(scheduled(), "the service was down", NOW);

      assertThat(skipped.state()).isEqualTo(RunState.SKIPPED);
      assertThat(skipped.problems())
          .containsExactly(new RunProblem("run_missed", "fleet", "the service was down"));
      assertThat(ledger.runs().begin(scheduled(), ALIVE, NOW))
          .isInstanceOf(RunAdmission.HadAlready.class);
    }

    @Test
    void beginsOnceWhoeverAsksAtTheSameTime() throws Exception {
      ExecutorService threads = Executors.newFixedThreadPool(8);
      try {
        Callable<RunAdmission> begin = () -> ledger.runs().begin(scheduled(), ALIVE, NOW);
        List<Future<RunAdmission>> answers = threads.invokeAll(Collections.nCopies(24, begin));
        int granted = 0;
        for (Future<RunAdmission> answer : answers) {
          granted += answer.get() instanceof RunAdmission.Granted ? 1 : 0;
        }
        assertThat(granted).isOne();
      } finally {
        threads.shutdownNow();
      }
      assertThat(ledger.runs().list(RunFilter.ANY, PageRequest.first(10)).items()).hasSize(1);
      assertThat(ledger.audit().verify().entries()).isOne();
    }

    @Test
    void isTakenOverWhenItsHolderIsDead() {
      RunClaim dead = begin(DEAD);
      ledger.recommendations().draft(dead, List.of(draft("i-1", "m5.small", 1)));
      assertThat(ledger.runs().find(dead.runId()).orElseThrow().leaseIsOver()).isTrue();

      RunClaim claim = ledger.runs().takeOver(ALIVE).orElseThrow();

      assertThat(claim).isEqualTo(new RunClaim(dead.runId(), 2));
      assertThat(ledger.runs().renew(dead, MINUTE)).isFalse();
      assertThat(ledger.runs().renew(claim, MINUTE)).isTrue();
      assertThatThrownBy(() -> finish(dead)).isInstanceOf(LostClaimException.class);
      assertThatThrownBy(() -> ledger.runs().progress(dead, RunProgress.NONE))
          .isInstanceOf(LostClaimException.class);
      assertThatThrownBy(() -> ledger.recommendations().draft(dead, List.of(draft("i-1", "x", 1))))
          .isInstanceOf(LostClaimException.class);
      finish(claim);
      assertThat(ledger.recommendations().open("i-1")).isEmpty();
      assertThat(ledger.runs().find(dead.runId()).orElseThrow().takeovers()).isOne();
    }

    @Test
    void saysHowFarItIsAndWhatCameOfIt() {
      RunClaim claim = begin(ALIVE);
      ledger.runs().progress(claim, new RunProgress("collect", 3, 7));
      assertThat(ledger.runs().underWay("fleet").orElseThrow().progress())
          .isEqualTo(new RunProgress("collect", 3, 7));

      RunProblem problem = new RunProblem("denied", "eu-west-1", "Cannot list");
      ledger
          .runs()
          .finish(
              claim,
              new RunOutcome(
                  RunState.PARTIAL,
                  NOW.plus(MINUTE),
                  List.of(problem),
                  Optional.of(Content.ofText("{\"a\":1}"))));

      Run run = ledger.runs().lastWithResult("fleet").orElseThrow();
      assertThat(run.problems()).containsExactly(problem);
      assertThat(run.summary()).contains(Content.ofText("{\"a\":1}"));
      assertThat(run.finishedAt()).contains(NOW.plus(MINUTE));
      assertThat(ledger.runs().underWay("fleet")).isEmpty();
    }

    @Test
    void isListedNewestFirstEachOnce() {
      for (int n = 0; n < 5; n++) {
        finish(begin(ALIVE));
      }
      List<String> seen = new ArrayList<>();
      PageRequest request = PageRequest.first(2);
      Page<Run> page = ledger.runs().list(RunFilter.ANY, request);
      page.items().forEach(one -> seen.add(one.id()));
      while (page.next().isPresent()) {
        page = ledger.runs().list(RunFilter.ANY, request.after(page));
        page.items().forEach(one -> seen.add(one.id()));
      }
      assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }
  }

  @Nested
  class ARecommendation {

    @Test
    void isSeenWhenItsRunIsOver() {
      RunClaim claim = begin(ALIVE);
      Draft draft = draft("i-1", "m5.small", 12.5);
      ledger.recommendations().draft(claim, List.of(draft("i-1", "other", 1)));
      ledger.recommendations().draft(claim, List.of(draft));
      assertThat(ledger.recommendations().open("i-1")).isEmpty();

      finish(claim);

      Recommendation open = open("i-1");
      assertThat(open.facts()).isEqualTo(draft.facts());
      assertThat(open.standing().state()).isEqualTo(RecommendationState.ACTIVE);
      assertThat(ledger.recommendations().evidence(open.id())).contains(draft.evidence());
    }

    @Test
    void isNotSeenWhenItsRunFails() {
      RunClaim claim = begin(ALIVE);
      ledger.recommendations().draft(claim, List.of(draft("i-1", "m5.small", 1)));

      ledger
          .runs()
          .finish(claim, new RunOutcome(RunState.FAILED, NOW, List.of(), Optional.empty()));

      assertThat(ledger.recommendations().open("i-1")).isEmpty();
    }

    @Test
    void goesOnWithTheSameAnswer() {
      run(draft("i-1", "m5.small", 1));
      Recommendation first = open("i-1");

      run(draft(facts("i-1", "m5.small", 2), "newer"));

      Recommendation second = open("i-1");
      assertThat(second.id()).isEqualTo(first.id());
      assertThat(second.repetition().runsInARow()).isEqualTo(2);
      assertThat(second.repetition().firstRunId()).isEqualTo(first.repetition().firstRunId());
      assertThat(second.etag()).isNotEqualTo(first.etag());
      assertThat(ledger.recommendations().evidence(second.id())).contains(Content.ofText("newer"));
    }

    @Test
    void isSupersededByAnotherAnswerEvenIfDismissed() {
      run(draft("i-1", "m5.small", 1));
      Recommendation first = move(open("i-1").id(), RecommendationState.DISMISSED);
      run(draft("i-1", "m5.small", 1));
      assertThat(open("i-1").standing().state()).isEqualTo(RecommendationState.DISMISSED);

      run(draft("i-1", "m5.xlarge", -1));

      assertThat(open("i-1").replaces()).contains(first.id());
      assertThat(open("i-1").repetition().runsInARow()).isOne();
      assertThat(ledger.recommendations().find(first.id()).orElseThrow().standing().state())
          .isEqualTo(RecommendationState.SUPERSEDED);
    }

    @Test
    void staysAsItIsWhileItIsClaimed() {
      run(draft("i-1", "m5.small", 1));
      Recommendation claimed = move(open("i-1").id(), RecommendationState.CLAIMED);

      run(draft("i-1", "m5.xlarge", 1));

      assertThat(open("i-1")).isEqualTo(claimed);
      move(claimed.id(), RecommendationState.SUCCEEDED);
      assertThat(ledger.recommendations().open("i-1")).isEmpty();
      run(draft("i-1", "m5.xlarge", 1));
      assertThat(open("i-1").id()).isNotEqualTo(claimed.id());
    }

    @Test
    void isActiveAgainWhenItsSnoozeIsOver() {
      run(draft("i-1", "m5.small", 1));
      String id = move(open("i-1").id(), RecommendationState.SNOOZED).id();

      assertThat(ledger.recommendations().wake(NOW)).isZero();
      assertThat(ledger.recommendations().wake(NOW.plus(MINUTE))).isOne();

      Standing standing = ledger.recommendations().find(id).orElseThrow().standing();
      assertThat(standing.state()).isEqualTo(RecommendationState.ACTIVE);
      assertThat(standing.until()).isEmpty();
    }

    @Test
    void isSupersededWhenItsMachineIsGone() {
      run(draft("i-0123456789abcdef0", "m5.small", 1), draft("i-1", "m5.small", 1));
      ledger.instances().keep(List.of(Machines.ec2("m5.large").build()), NOW);
      ledger.instances().leave(List.of("i-0123456789abcdef0"), NOW);

      run(draft("i-2", "m5.small", 1));

      assertThat(ledger.recommendations().open("i-0123456789abcdef0")).isEmpty();
      assertThat(ledger.recommendations().open("i-1")).isPresent();
    }

    @Test
    void movesOnlyAsItMayAndIsAudited() {
      run(draft("i-1", "m5.small", 1));
      Recommendation first = open("i-1");
      move(first.id(), RecommendationState.CLAIMED);

      assertThatThrownBy(() -> move(first.id(), RecommendationState.DISMISSED))
          .isInstanceOf(RefusedChangeException.class)
          .hasMessage("Cannot make recommendation " + first.id() + " DISMISSED: it is CLAIMED");
      Standing free = new Standing(RecommendationState.ACTIVE, NOW, "ann", "", Optional.empty());
      assertThatThrownBy(
              () ->
                  ledger
                      .recommendations()
                      .move(new Move(first.id(), free, Optional.of(first.etag()))))
          .isInstanceOf(StaleEntryException.class);
      assertThat(ledger.audit().verify().entries()).isEqualTo(3);
    }
  }

  @Nested
  class ListedRecommendations {

    private List<String> ids(RecommendationFilter filter, RecommendationOrder order) {
      List<String> seen = new ArrayList<>();
      PageRequest request = PageRequest.first(2);
      Page<Recommendation> page = ledger.recommendations().list(filter, order, request);
      page.items().forEach(one -> seen.add(one.facts().instanceId()));
      while (page.next().isPresent()) {
        page = ledger.recommendations().list(filter, order, request.after(page));
        page.items().forEach(one -> seen.add(one.facts().instanceId()));
      }
      return seen;
    }

    private void fill() {
      run(
          draft("i-a", "m5.small", 5),
          draft("i-b", "m5.xlarge", -7.25),
          draft("i-c", "m5.small", 0),
          draft("i-d", "m5.small", 50.5),
          draft("i-e", "m5.small", 5));
    }

    @Test
    void areInOrderAndEachOnce() {
      fill();

      List<String> bySaving = ids(RecommendationFilter.OPEN, RecommendationOrder.SAVING);
      assertThat(bySaving).startsWith("i-d").endsWith("i-c", "i-b").hasSize(5);
      assertThat(ids(RecommendationFilter.OPEN, RecommendationOrder.NAME))
          .containsExactly("i-a", "i-b", "i-c", "i-d", "i-e");
      assertThat(ids(RecommendationFilter.ANY, RecommendationOrder.RISK))
          .containsExactlyInAnyOrder("i-a", "i-b", "i-c", "i-d", "i-e");
      assertThat(ids(RecommendationFilter.OPEN, RecommendationOrder.NEWEST)).hasSize(5);
    }

    @Test
    void areThoseTheFilterMeans() {
      fill();
      move(open("i-a").id(), RecommendationState.DISMISSED);
      run(draft("i-b", "m5.2xlarge", -20));

      assertThat(
              ids(
                  RecommendationFilter.ANY.withStates(
                      Set.of(RecommendationState.DISMISSED, RecommendationState.SUPERSEDED)),
                  RecommendationOrder.NAME))
          .containsExactly("i-a", "i-b");
      assertThat(
              ids(
                  RecommendationFilter.OPEN.withFirstRun(open("i-b").repetition().firstRunId()),
                  RecommendationOrder.SAVING))
          .containsExactly("i-b");
      assertThat(ids(RecommendationFilter.OPEN.withText("OF I-D"), RecommendationOrder.SAVING))
          .containsExactly("i-d");
      assertThat(
              ids(
                  RecommendationFilter.OPEN.withFindings(Set.of(Finding.IDLE)),
                  RecommendationOrder.SAVING))
          .isEmpty();
    }

    @Test
    void addUpExactly() {
      fill();

      assertThat(ledger.recommendations().totals(RecommendationFilter.OPEN).count()).isEqualTo(5);
      assertThat(ledger.recommendations().totals(RecommendationFilter.OPEN).saving())
          .containsExactly(new MonthlySaving(new BigDecimal("60.5"), Currency.getInstance("USD")));
      assertThat(ledger.recommendations().totals(RecommendationFilter.OPEN).growth())
          .containsExactly(new MonthlySaving(new BigDecimal("-7.25"), Currency.getInstance("USD")));
    }
  }
}
