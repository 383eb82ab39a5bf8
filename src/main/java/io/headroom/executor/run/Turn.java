package io.headroom.executor.run;

import io.headroom.executor.journal.Claim;
import io.headroom.executor.journal.JournalEntry;
import io.headroom.executor.journal.JournalEntry.Line;
import io.headroom.executor.journal.OperationJournal;
import io.headroom.executor.journal.ReplicaId;
import io.headroom.executor.machine.PowerState;
import io.headroom.executor.machine.Sighting;
import io.headroom.executor.operation.Action;
import io.headroom.executor.operation.Operation;
import io.headroom.executor.operation.Phase;
import io.headroom.executor.stage.Answer;
import io.headroom.executor.stage.AwayAlarm;
import io.headroom.executor.stage.Move;
import io.headroom.executor.stage.Scene;
import io.headroom.executor.stage.Stage;
import io.headroom.executor.stage.Surroundings;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.resize.OperationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One turn of an operation: claim, look, decide, write down what is meant, make at most one change,
 * write down what came of it. A turn may break off anywhere; the next one begins with a look.
 */
final class Turn {

  private final OperationJournal journal;
  private final Surroundings around;
  private final Ticker ticker;
  private final Duration lease;
  private final Changes changes;
  private final PageDelivery pages;

  Turn(
      OperationJournal journal,
      Surroundings around,
      PageDelivery pages,
      Ticker ticker,
      Duration lease) {
    this.journal = journal;
    this.around = around;
    this.pages = pages;
    this.ticker = ticker;
    this.lease = lease;
    this.changes = new Changes(around);
  }

  /** Returns the operation as it was stored; nothing if another replica has it. */
  Optional<Operation> take(OperationId id, ReplicaId replica) {
    LeaseWatch watch = LeaseWatch.start(ticker, lease);
    Optional<Claim> claim = journal.claim(id, replica, lease);
    return claim.map(pages::cleared).map(taken -> looked(taken, watch));
  }

  private Operation looked(Claim claim, LeaseWatch watch) {
    Operation operation = claim.operation();
    Sighting seen;
    try {
      seen = around.machines().look(operation.machine());
    } catch (CloudException failure) {
      return unseen(claim, failure);
    }
    if (seen.power() == PowerState.DELETED) {
      return missing(claim);
    }
    return decided(new Scene(found(claim, watch), seen, around), watch);
  }

  /** The look may have taken its time: what is decided now is decided at the time after it. */
  private static Claim found(Claim claim, LeaseWatch watch) {
    Operation operation = claim.operation();
    return new Claim(
        operation.with(operation.tally().found()),
        claim.owner(),
        claim.epoch(),
        claim.now().plus(watch.taken()),
        claim.wish());
  }

  private Operation unseen(Claim claim, CloudException failure) {
    if (failure.kind() == FailureKind.NOT_FOUND) {
      return missing(claim);
    }
    return later(claim, claim.operation());
  }

  private Operation missing(Claim claim) {
    return later(claim, Disappearance.noted(claim.operation(), claim.now(), around.patience()));
  }

  private Operation later(Claim claim, Operation operation) {
    return store(claim, Move.rest(operation, around.patience().poll()), List.of());
  }

  private Operation decided(Scene scene, LeaseWatch watch) {
    Decision decision;
    try {
      decision = settled(scene);
    } catch (CloudException failure) {
      Operation operation = scene.operation();
      return later(scene.claim(), operation.with(operation.tally().failed()));
    }
    return decision.move().action().isPresent()
        ? changed(decision.scene(), decision.move(), watch)
        : store(scene.claim(), decision.move(), List.of());
  }

  /** Goes through phases that need nothing but the look that was just made. */
  private static Decision settled(Scene scene) {
    Scene at = scene;
    Move move = Stage.of(at.operation().phase()).next(at);
    for (int phases = Phase.values().length; phases > 0 && goesOn(move); phases--) {
      at = at.of(move.operation());
      move = Stage.of(at.operation().phase()).next(at);
    }
    return new Decision(at, move);
  }

  /** What is to be done, and the scene it was decided from. */
  private record Decision(Scene scene, Move move) {}

  private static boolean goesOn(Move move) {
    return move.action().isEmpty() && move.pause().isZero() && !move.operation().hasEnded();
  }

  private Operation changed(Scene scene, Move move, LeaseWatch watch) {
    Action action = move.action().orElseThrow();
    if (!watch.mayAct()) {
      return store(scene.claim(), Move.rest(scene.operation(), Duration.ZERO), List.of());
    }
    Operation intended = move.operation().withNextIntent();
    store(
        scene.claim(),
        Move.rest(intended, Duration.ZERO),
        List.of(line(JournalEntry.Kind.INTENT, intended, action, "")));
    if (!watch.mayAct()) {
      return intended;
    }
    Answer answer = changes.make(scene.claim(), intended, action);
    Move then = Stage.of(scene.operation().phase()).after(scene, intended, action, answer);
    return store(
        scene.claim(),
        then,
        List.of(line(JournalEntry.Kind.ANSWER, intended, action, said(answer))));
  }

  private static Line line(
      JournalEntry.Kind kind, Operation operation, Action action, String text) {
    return new Line(kind, operation.intents(), Optional.of(action), text);
  }

  private static String said(Answer answer) {
    return answer.text().isEmpty()
        ? answer.result().name()
        : answer.result() + ": " + answer.text();
  }

  private Operation store(Claim claim, Move move, List<Line> about) {
    Operation stored = AwayAlarm.rung(move.operation(), claim.now(), around.patience());
    List<Line> lines = new ArrayList<>(about);
    if (stored.hasEnded()) {
      lines.add(
          Line.of(JournalEntry.Kind.ENDED, stored.outcome().map(Object::toString).orElse("")));
    } else if (stored.phase() != claim.operation().phase()) {
      lines.add(Line.of(JournalEntry.Kind.PHASE, stored.phase().id()));
    }
    Instant due = claim.now().plus(move.pause());
    journal.write(claim, stored, due, lines);
    return stored;
  }
}
