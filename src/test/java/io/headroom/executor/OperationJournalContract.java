package io.headroom.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.executor.journal.Claim;
import io.headroom.executor.journal.JournalEntry;
import io.headroom.executor.journal.JournalEntry.Line;
import io.headroom.executor.journal.LeaseLostException;
import io.headroom.executor.journal.Opening;
import io.headroom.executor.journal.OpeningLimit;
import io.headroom.executor.journal.OperationJournal;
import io.headroom.executor.journal.ReplicaId;
import io.headroom.executor.journal.Wish;
import io.headroom.executor.operation.Action;
import io.headroom.executor.operation.Operation;
import io.headroom.executor.operation.Outage;
import io.headroom.executor.operation.Outage.Answered;
import io.headroom.executor.operation.Phase;
import io.headroom.executor.operation.Trace;
import io.headroom.model.resize.OperationId;
import io.headroom.model.resize.Outcome;
import io.headroom.testing.Resizes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a journal promises. A subclass says which journal, and how its time goes on. */
public abstract class OperationJournalContract {

  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final ReplicaId ONE = new ReplicaId("one");
  private static final ReplicaId OTHER = new ReplicaId("other");

  @SuppressWarnings("NullAway.Init") // opened before each test
  private OperationJournal journal;

  /** Returns an empty journal. */
  protected abstract OperationJournal openJournal();

  /** Lets the journal's time go on; nothing is slept. */
  protected abstract void pass(Duration time);

  @BeforeEach
  void open() {
    journal = openJournal();
  }

  private Operation opened(String id, String machine, String group) {
    Operation operation = Resizes.operation(id, machine, Optional.of(group), journal.now());
    assertThat(journal.open(operation, OpeningLimit.NONE).result())
        .isEqualTo(Opening.Result.OPENED);
    return operation;
  }

  private Claim claimed(Operation operation, ReplicaId replica) {
    return journal.claim(operation.id(), replica, LEASE).orElseThrow();
  }

  @Nested
  class Openings {

    @Test
    void keepsAnOperationAsItWasOpened() {
      Operation operation = opened("op-1", "i-1", "erp");

      assertThat(journal.find(operation.id())).contains(operation);
      assertThat(journal.active()).containsExactly(operation);
    }

    @Test
    void opensTheSameOperationOnce() {
      Operation operation = opened("op-1", "i-1", "erp");

      assertThat(journal.open(operation, OpeningLimit.NONE))
          .isEqualTo(new Opening(Opening.Result.OPENED, operation.id()));
      assertThat(journal.active()).hasSize(1);
    }

    @Test
    void refusesASecondActiveOperationOfAMachine() {
      opened("op-1", "i-1", "erp");
      Operation second = Resizes.operation("op-2", "i-1", Optional.empty(), journal.now());

      assertThat(journal.open(second, OpeningLimit.NONE))
          .isEqualTo(new Opening(Opening.Result.MACHINE_BUSY, new OperationId("op-1")));
      assertThat(journal.find(second.id())).isEmpty();
    }

    @Test
    void opensAnotherOperationOfAMachineWhenTheFirstHasEnded() {
      Operation first = opened("op-1", "i-1", "erp");
      Outcome outcome = new Outcome(Outcome.Kind.ABORTED, "it was cancelled");
      journal.write(claimed(first, ONE), first.ended(outcome), journal.now(), List.of());

      opened("op-2", "i-1", "erp");

      assertThat(journal.active())
          .extracting(Operation::id)
          .containsExactly(new OperationId("op-2"));
    }

    @Test
    void holdsTheLimitOfAGroup() {
      opened("op-1", "i-1", "erp");
      Operation second = Resizes.operation("op-2", "i-2", Optional.of("erp"), journal.now());
      Operation elsewhere = Resizes.operation("op-3", "i-3", Optional.of("web"), journal.now());
      OpeningLimit one = new OpeningLimit(1, 10);

      assertThat(journal.open(second, one).result()).isEqualTo(Opening.Result.GROUP_BUSY);
      assertThat(journal.open(elsewhere, one).result()).isEqualTo(Opening.Result.OPENED);
    }

    @Test
    void holdsTheLimitOfAllMachines() {
      opened("op-1", "i-1", "erp");
      Operation second = Resizes.operation("op-2", "i-2", Optional.of("web"), journal.now());

      assertThat(journal.open(second, new OpeningLimit(5, 1)).result())
          .isEqualTo(Opening.Result.FLEET_BUSY);
    }

    @Test
    void opensOneOfManyThatAreOpenedAtOnce() throws Exception {
      List<Future<Opening>> openings = new ArrayList<>();
      ExecutorService threads = Executors.newFixedThreadPool(8);
      for (int number = 0; number < 50; number++) {
        Operation operation =
            Resizes.operation("op-" + number, "i-1", Optional.empty(), journal.now());
        openings.add(threads.submit(() -> journal.open(operation, OpeningLimit.NONE)));
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

      int opened = 0;
      for (Future<Opening> opening : openings) {
        opened += opening.get().result() == Opening.Result.OPENED ? 1 : 0;
      }
      assertThat(opened).isOne();
    }
  }

  @Nested
  class Claims {

    @Test
    void givesAnOperationToOneReplicaAtATime() {
      Operation operation = opened("op-1", "i-1", "erp");

      assertThat(journal.claim(operation.id(), ONE, LEASE)).isPresent();
      assertThat(journal.claim(operation.id(), OTHER, LEASE)).isEmpty();
      assertThat(journal.due(ONE, 10)).containsExactly(operation.id());
      assertThat(journal.due(OTHER, 10)).isEmpty();
    }

    @Test
    void givesItToAnotherWhenTheLeaseIsOver() {
      Operation operation = opened("op-1", "i-1", "erp");
      Claim first = claimed(operation, ONE);
      pass(LEASE);

      Claim second = claimed(operation, OTHER);

      assertThat(second.epoch()).isGreaterThan(first.epoch());
    }

    @Test
    void keepsTheEpochOfAnOwnerWhoRenews() {
      Operation operation = opened("op-1", "i-1", "erp");
      Claim first = claimed(operation, ONE);
      pass(Duration.ofSeconds(59));
      Claim renewed = claimed(operation, ONE);
      pass(Duration.ofSeconds(59));

      assertThat(renewed.epoch()).isEqualTo(first.epoch());
      assertThat(journal.claim(operation.id(), OTHER, LEASE)).isEmpty();
    }

    @Test
    void givesReleasedOperationsToOthersAtOnce() {
      Operation operation = opened("op-1", "i-1", "erp");
      Claim first = claimed(operation, ONE);

      journal.releaseAll(ONE);

      assertThat(claimed(operation, OTHER).epoch()).isGreaterThan(first.epoch());
    }

    @Test
    void tellsTheTimeAndTheWishWithTheClaim() {
      Operation operation = opened("op-1", "i-1", "erp");
      journal.wish(operation.id(), Wish.CANCEL, "anna");

      Claim claim = claimed(operation, ONE);

      assertThat(claim.wish()).isEqualTo(Wish.CANCEL);
      assertThat(claim.now()).isEqualTo(journal.now());
    }

    @Test
    void givesOutNothingThatHasEndedOrIsNotThere() {
      Operation operation = opened("op-1", "i-1", "erp");
      journal.write(
          claimed(operation, ONE),
          operation.ended(new Outcome(Outcome.Kind.GONE, "")),
          journal.now(),
          List.of());

      assertThat(journal.claim(operation.id(), ONE, LEASE)).isEmpty();
      assertThat(journal.claim(new OperationId("op-9"), ONE, LEASE)).isEmpty();
    }
  }

  @Nested
  class Writes {

    @Test
    void keepsEveryPartOfAnOperation() {
      Operation operation = opened("op-1", "i-1", "erp");
      Instant now = journal.now();
      Operation rich =
          operation
              .on(
                  operation
                      .course()
                      .leaving(Trace.MARKED)
                      .refusing("small")
                      .findingUnfit("spare")
                      .towards("big", "no capacity"))
              .with(
                  Outage.NONE
                      .ofRun(now)
                      .askingStop(now)
                      .stopSeen()
                      .askingType("small", now, Answered.ACCEPTED)
                      .askingStart("small")
                      .startAccepted(now))
              .telling("away", "it is away; \"quoted\" – 4 µs\nnext line")
              .in(Phase.SWITCHING, now)
              .withNextIntent();

      journal.write(claimed(operation, ONE), rich, now, List.of());

      assertThat(journal.find(operation.id())).contains(rich);
    }

    @Test
    void refusesAnOwnerWhoWasReplaced() {
      Operation operation = opened("op-1", "i-1", "erp");
      Claim old = claimed(operation, ONE);
      pass(LEASE);
      claimed(operation, OTHER);
      Operation changed = operation.in(Phase.SWITCHING, journal.now());
      List<JournalEntry> before = journal.entries(operation.id());

      assertThatThrownBy(() -> journal.write(old, changed, journal.now(), line("late")))
          .isInstanceOf(LeaseLostException.class)
          .hasMessageContaining("op-1");
      assertThat(journal.find(operation.id())).contains(operation);
      assertThat(journal.entries(operation.id())).isEqualTo(before);
    }

    @Test
    void keepsLinesInTheirOrder() {
      Operation operation = opened("op-1", "i-1", "erp");
      Claim claim = claimed(operation, ONE);

      journal.write(
          claim,
          operation.withNextIntent(),
          journal.now(),
          List.of(
              new Line(
                  JournalEntry.Kind.INTENT, 1, Optional.of(Action.changeType("small")), "first")));
      journal.write(claim, operation.withNextIntent(), journal.now(), line("second"));

      assertThat(journal.entries(operation.id()))
          .extracting(JournalEntry::kind)
          .startsWith(
              JournalEntry.Kind.OPENED, JournalEntry.Kind.CLAIMED, JournalEntry.Kind.INTENT);
      JournalEntry intent = journal.entries(operation.id()).get(2);
      assertThat(intent.action()).contains(Action.changeType("small"));
      assertThat(intent.epoch()).isEqualTo(claim.epoch());
      assertThat(intent.text()).isEqualTo("first");
    }

    @Test
    void showsAnOperationWhenItIsDue() {
      Operation operation = opened("op-1", "i-1", "erp");
      journal.write(
          claimed(operation, ONE), operation, journal.now().plus(Duration.ofMinutes(5)), List.of());

      assertThat(journal.due(ONE, 10)).isEmpty();
      pass(Duration.ofMinutes(5));
      assertThat(journal.due(OTHER, 10)).containsExactly(operation.id());
    }

    private List<Line> line(String text) {
      return List.of(Line.of(JournalEntry.Kind.PHASE, text));
    }
  }
}
