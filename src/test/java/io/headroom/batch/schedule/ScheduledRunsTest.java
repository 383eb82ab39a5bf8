package io.headroom.batch.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.ledger.page.PageRequest;
import io.headroom.ledger.problem.LostClaimException;
import io.headroom.ledger.run.Holder;
import io.headroom.ledger.run.Run;
import io.headroom.ledger.run.RunClaim;
import io.headroom.ledger.run.RunFilter;
import io.headroom.ledger.run.RunOutcome;
import io.headroom.ledger.run.RunState;
import io.headroom.ledger.run.Runs;
import io.headroom.testing.InMemoryLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScheduledRunsTest {

  private static final Instant START = Instant.parse("2026-11-24T00:00:30Z");
  private static final Duration LEASE = Duration.ofSeconds(40);
  private static final String JOB = "fleet";

  private final InMemoryLedger ledger = new InMemoryLedger(START);
  private Instant now = START;

  @Test
  void makesOneRunForEachOccurrence() throws InterruptedException {
    ScheduledRuns schedule = replica("a", claim -> succeed(claim));
    for (int minute = 0; minute < 10; minute++) {
      advance(Duration.ofSeconds(30));
      schedule.tick(now);
      advance(Duration.ofSeconds(30));
      schedule.tick(now);
    }
    assertThat(runs()).hasSize(10).allMatch(run -> run.state() == RunState.SUCCEEDED);
  }

  @Test
  void skipsAndReportsWhatWasMissed() throws InterruptedException {
    ScheduledRuns schedule = replica("a", claim -> succeed(claim));
    advance(Duration.ofMinutes(1));
    schedule.tick(now);
    advance(Duration.ofMinutes(5));
    schedule.tick(now);
    // 00:01 ran; 00:02 to 00:05 were missed while nobody ticked; 00:06 is due now
    assertThat(states())
        .containsExactly(
            RunState.SUCCEEDED,
            RunState.SKIPPED,
            RunState.SKIPPED,
            RunState.SKIPPED,
            RunState.SKIPPED,
            RunState.SUCCEEDED);
    assertThat(runs().get(1).problems().get(0).message()).isEqualTo("it was missed");
  }

  @Test
  void neverCatchesUpAfterTheServiceWasDown() throws InterruptedException {
    Occurrences daily = Occurrences.of("0 2 * * *", ZoneOffset.UTC);
    now = Instant.parse("2026-11-24T02:00:00Z");
    ledger.setClock(now);
    new ScheduledRuns(
            ledger.runs(), daily, JOB, holder("a"), claim -> succeed(claim), now.minusSeconds(1))
        .tick(now);
    // down from then until three days later, an hour after the occurrence
    advance(Duration.ofHours(3 * 24 + 1));
    new ScheduledRuns(ledger.runs(), daily, JOB, holder("b"), claim -> succeed(claim), now)
        .tick(now);
    assertThat(states())
        .containsExactly(RunState.SUCCEEDED, RunState.SKIPPED, RunState.SKIPPED, RunState.SKIPPED);
  }

  @Test
  void anOccurrenceDuringALongRunIsSkipped() throws InterruptedException {
    ScheduledRuns other = replica("b", claim -> succeed(claim));
    ScheduledRuns schedule =
        replica(
            "a",
            claim -> {
              advance(Duration.ofMinutes(1));
              ledger.runs().renew(claim, LEASE);
              other.tick(now);
              succeed(claim);
            });
    advance(Duration.ofSeconds(30));
    schedule.tick(now);
    assertThat(states()).containsExactly(RunState.SUCCEEDED, RunState.SKIPPED);
    assertThat(runs().get(1).problems().get(0).message()).isEqualTo("run run-1 was under way");
  }

  @Test
  void aFailureDoesNotEndTheSchedule() throws InterruptedException {
    ScheduledRuns schedule =
        replica(
            "a",
            claim -> {
              throw new IllegalStateException("broken");
            });
    advance(Duration.ofSeconds(30));
    assertThat(schedule.tick(now)).isEmpty();
    assertThat(runs()).hasSize(1);
  }

  /**
   * Two replicas tick at random, 200 occurrences. At random one dies in the middle of a run, or
   * stands still for longer than its lease and then goes on.
   */
  @Test
  void twoReplicasMakeOneRunForEachOccurrenceWhateverHappensToOne() throws InterruptedException {
    for (int seed = 1; seed <= 20; seed++) {
      new TwoReplicas(seed).play();
    }
  }

  private static final class TwoReplicas {
    private final Random random;
    private final int seed;
    private final InMemoryLedger ledger = new InMemoryLedger(START);
    private final List<String> finished = new ArrayList<>();
    private int died;
    private int paused;
    private int replicas;
    private Instant now = START;

    TwoReplicas(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
    }

    void play() throws InterruptedException {
      ScheduledRuns[] two = {start(), start()};
      Instant end = START.plus(Duration.ofMinutes(200));
      while (now.isBefore(end) || ledger.runs().underWay(JOB).isPresent()) {
        int which = random.nextInt(2);
        two[which] = tick(two[which]);
        now = now.plusSeconds(1 + random.nextInt(10));
        ledger.setClock(now);
      }
      List<Run> runs = all(ledger.runs());
      assertThat(runs.stream().map(run -> run.order().occurrence()).distinct())
          .as("seed %d: no occurrence twice", seed)
          .hasSameSizeAs(runs);
      assertThat(runs.size()).as("seed %d: none is lost", seed).isGreaterThanOrEqualTo(200);
      assertThat(finished).as("seed %d: no run ends twice", seed).doesNotHaveDuplicates();
      assertThat(runs.stream().filter(run -> run.state().hasResult()).map(Run::id))
          .containsExactlyInAnyOrderElementsOf(finished);
      assertThat(runs).noneMatch(run -> run.state() == RunState.FAILED);
      assertThat(died).as("seed %d: some die", seed).isPositive();
      assertThat(paused).as("seed %d: some stand still", seed).isPositive();
    }

    private ScheduledRuns start() {
      replicas++;
      return new ScheduledRuns(
          ledger.runs(),
          Occurrences.of("* * * * *", ZoneOffset.UTC),
          JOB,
          holder("replica-" + replicas),
          this::work,
          now);
    }

    /** A replica that died is started anew. */
    private ScheduledRuns tick(ScheduledRuns replica) throws InterruptedException {
      try {
        replica.tick(now);
        return replica;
      } catch (Died e) {
        died++;
        return start();
      }
    }

    private void work(RunClaim claim) {
      int chance = random.nextInt(10);
      if (chance == 0) {
        throw new Died();
      }
      if (chance == 1) {
        paused++;
        now = now.plus(LEASE).plusSeconds(5);
        ledger.setClock(now);
        Optional<RunClaim> other = ledger.runs().takeOver(holder("other"));
        other.ifPresent(taken -> end(taken));
      }
      end(claim);
    }

    private void end(RunClaim claim) {
      ledger
          .runs()
          .finish(claim, new RunOutcome(RunState.SUCCEEDED, now, List.of(), Optional.empty()));
      finished.add(claim.runId());
    }
  }

  /** The process is gone: nothing of it runs any more. */
  private static final class Died extends Error {
    private static final long serialVersionUID = 1;
  }

  @Test
  void aReplicaThatStoodStillCanChangeNothing() throws InterruptedException {
    List<String> lost = new ArrayList<>();
    ScheduledRuns schedule =
        replica(
            "a",
            claim -> {
              advance(LEASE.plusSeconds(1));
              succeed(ledger.runs().takeOver(holder("b")).orElseThrow());
              try {
                succeed(claim);
              } catch (LostClaimException e) {
                lost.add(claim.runId());
                throw e;
              }
            });
    advance(Duration.ofSeconds(30));
    assertThat(schedule.tick(now)).isEmpty();
    assertThat(lost).containsExactly("run-1");
    assertThat(runs().get(0).takeovers()).isEqualTo(1);
  }

  private ScheduledRuns replica(String name, ScheduledRuns.Work work) {
    return new ScheduledRuns(
        ledger.runs(), Occurrences.of("* * * * *", ZoneOffset.UTC), JOB, holder(name), work, now);
  }

  private static Holder holder(String name) {
    return new Holder(name, LEASE);
  }

  private void advance(Duration time) {
    now = now.plus(time);
    ledger.setClock(now);
  }

  private void succeed(RunClaim claim) {
    ledger
        .runs()
        .finish(claim, new RunOutcome(RunState.SUCCEEDED, now, List.of(), Optional.empty()));
  }

  private List<Run> runs() {
    return all(ledger.runs());
  }

  private List<RunState> states() {
    return runs().stream().map(Run::state).toList();
  }

  /** Returns all runs by their occurrence. */
  private static List<Run> all(Runs runs) {
    return runs.list(RunFilter.ANY, PageRequest.first(PageRequest.MOST)).items().stream()
        .sorted(java.util.Comparator.comparing(run -> run.order().occurrence().orElseThrow()))
        .toList();
  }
}
