package io.headroom.batch.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.ledger.Ledger;
import io.headroom.ledger.page.PageRequest;
import io.headroom.ledger.run.Holder;
import io.headroom.ledger.run.Run;
import io.headroom.ledger.run.RunClaim;
import io.headroom.ledger.run.RunFilter;
import io.headroom.ledger.run.RunOutcome;
import io.headroom.ledger.run.RunState;
import io.headroom.store.SqlLedger;
import io.headroom.testing.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Two replicas on one PostgreSQL, at the same time, over 200 occurrences. At random one dies in the
 * middle of a run, or stands still until the other has taken it over. Leases are of no length, so
 * that nobody has to wait for one to end: every run may be taken over at any moment, also one whose
 * replica is well.
 */
class ReplicasOnPostgresTest {

  private static final Instant START = Instant.parse("2026-11-24T00:00:30Z");
  private static final int OCCURRENCES = 200;
  private static final String JOB = "fleet";

  private final List<String> finished = new CopyOnWriteArrayList<>();
  private final AtomicInteger died = new AtomicInteger();
  private final AtomicInteger stoodStill = new AtomicInteger();
  private final AtomicInteger started = new AtomicInteger();

  @Test
  void eachOccurrenceHasOneRunAndEachRunOneEnd() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2, task -> new Thread(task, "replica"));
    try (Ledger ledger = SqlLedger.open(Stores.postgres())) {
      Replica[] two = {new Replica(ledger, 1), new Replica(ledger, 2)};
      Instant now = START;
      for (int i = 0; i < OCCURRENCES; i++) {
        now = now.plus(Duration.ofMinutes(1));
        tickTogether(threads, two, now);
      }
      while (ledger.runs().underWay(JOB).isPresent()) {
        now = now.plusSeconds(1);
        tickTogether(threads, two, now);
      }
      assertOneEach(ledger.runs().list(RunFilter.ANY, PageRequest.first(1000)).items());
    } finally {
      threads.shutdownNow();
    }
  }

  private static void tickTogether(ExecutorService threads, Replica[] two, Instant now)
      throws Exception {
    List<Callable<Void>> both = List.of(() -> two[0].tick(now), () -> two[1].tick(now));
    for (Future<Void> one : threads.invokeAll(both)) {
      one.get();
    }
  }

  private void assertOneEach(List<Run> runs) {
    assertThat(runs).hasSize(OCCURRENCES);
    assertThat(runs.stream().map(run -> run.order().occurrence()).distinct()).hasSize(OCCURRENCES);
    assertThat(runs)
        .allMatch(run -> run.state() == RunState.SUCCEEDED || run.state() == RunState.SKIPPED);
    assertThat(runs.stream().filter(run -> run.state() == RunState.SUCCEEDED).map(Run::id))
        .containsExactlyInAnyOrderElementsOf(finished);
    assertThat(died.get()).as("replicas that died").isGreaterThan(5);
    assertThat(stoodStill.get()).as("replicas that stood still").isGreaterThan(5);
    assertThat(runs.stream().mapToLong(Run::takeovers).sum())
        .as("runs taken over")
        .isGreaterThan(5);
  }

  /** A process of the service; one that died is started anew. */
  private final class Replica {
    private final Ledger ledger;
    private final Random random;
    private ScheduledRuns schedule;
    private Instant now = START;

    Replica(Ledger ledger, long seed) {
      this.ledger = ledger;
      this.random = new Random(seed);
      this.schedule = start();
    }

    private ScheduledRuns start() {
      return new ScheduledRuns(
          ledger.runs(),
          Occurrences.of("* * * * *", ZoneOffset.UTC),
          JOB,
          new Holder("replica-" + started.incrementAndGet(), Duration.ZERO),
          this::work,
          now);
    }

    Void tick(Instant time) throws InterruptedException {
      now = time;
      try {
        schedule.tick(time);
      } catch (Died e) {
        died.incrementAndGet();
        schedule = start();
      }
      return null;
    }

    private void work(RunClaim claim) {
      int chance = random.nextInt(10);
      if (chance == 0) {
        throw new Died();
      }
      if (chance == 1) {
        stoodStill.incrementAndGet();
        Optional<RunClaim> taken =
            ledger.runs().takeOver(new Holder("third", Duration.ofMinutes(1)));
        taken.ifPresent(this::end);
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
}
