package io.headroom.proof.resize;

import io.headroom.cloud.sim.CallKind;
import io.headroom.cloud.sim.Fault;
import io.headroom.cloud.sim.SimCall;
import io.headroom.cloud.sim.SimMachine;
import io.headroom.cloud.sim.SimWorld;
import io.headroom.executor.journal.JournalEntry;
import io.headroom.executor.machine.PowerState;
import io.headroom.executor.operation.Operation;
import io.headroom.model.resize.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds the promises against what really happened: the log of the cloud, the history of the
 * machine, the lines of the journal. It knows nothing of how the executor decides.
 */
final class Violations {

  private static final Duration OUTAGE = Duration.ofMinutes(15);

  /** A turn may come a lease and a pause late when a replica dies at the wrong moment. */
  private static final Duration LATE = Duration.ofMinutes(4);

  private final Trial trial;
  private final SimWorld world;
  private final List<SimCall> calls;
  private final List<JournalEntry> entries;
  private final Operation operation;
  private final List<String> found = new ArrayList<>();

  private Violations(Trial trial, SimWorld world) {
    this.trial = trial;
    this.world = world;
    this.calls = world.cloud().log();
    this.entries = world.journal().entries(Trial.OPERATION);
    this.operation = world.journal().find(Trial.OPERATION).orElseThrow();
  }

  /** Returns the promises that were broken, in words; none if all were kept. */
  static List<String> of(Trial trial, SimWorld world) {
    Violations violations = new Violations(trial, world);
    violations.restored();
    violations.epochsGrow();
    violations.leasesLast();
    violations.typeIsKnown();
    violations.noBlindEffect();
    violations.checkedBeforeTheStop();
    violations.outageIsBounded();
    violations.noNeedlessStop();
    violations.auditIsComplete();
    violations.workersFit();
    violations.workersAreAsTold();
    return violations.found;
  }

  private void broken(String promise, String how) {
    found.add(promise + ": " + how);
  }

  /** P1 and P11. */
  private void restored() {
    if (operation.outcome().isEmpty()) {
      broken("P11", "it has not ended: " + operation.phase() + " " + operation.outage());
      return;
    }
    Outcome.Kind kind = operation.outcome().get().kind();
    if (kind == Outcome.Kind.SUPERSEDED || kind == Outcome.Kind.GONE) {
      broken("P1", "nobody else did anything, and it ended as " + operation.outcome().get());
    }
    if (machine().now().power() != PowerState.RUNNING) {
      broken("P1", "it ended as " + kind + " and the machine is " + machine().now().power());
    }
  }

  private SimMachine machine() {
    return world.cloud().machine(Trial.MACHINE);
  }

  /** P3. */
  private void epochsGrow() {
    long newest = 0;
    long claimed = 0;
    for (JournalEntry entry : entries) {
      if (entry.kind() == JournalEntry.Kind.CLAIMED && entry.epoch() <= claimed) {
        broken("P3", "epoch " + entry.epoch() + " was given out after " + claimed);
      }
      claimed = entry.kind() == JournalEntry.Kind.CLAIMED ? entry.epoch() : claimed;
      if (entry.epoch() > 0 && entry.epoch() < newest) {
        broken("P3", "epoch " + entry.epoch() + " wrote after " + newest);
      }
      newest = Math.max(newest, entry.epoch());
    }
  }

  /** P3: a claim lasts for its lease; ten seconds are left of one when a look took fifty. */
  private void leasesLast() {
    Instant last = Instant.MIN;
    for (JournalEntry entry : entries) {
      boolean taken = entry.kind() == JournalEntry.Kind.CLAIMED && entry.epoch() > 1;
      if (taken && entry.at().isBefore(last.plusSeconds(9))) {
        broken("P3", "it was taken at " + entry.at() + " from an owner who wrote at " + last);
      }
      last = entry.epoch() > 0 ? entry.at() : last;
    }
  }

  /** P4 and P6. */
  private void typeIsKnown() {
    Set<String> allowed = Set.copyOf(operation.resize().allowedTypes());
    for (SimMachine.Moment moment : machine().history()) {
      if (!allowed.contains(moment.sighting().type())) {
        broken("P4", "it became a " + moment.sighting().type());
      }
    }
    Outcome.Kind kind = operation.outcome().map(Outcome::kind).orElse(Outcome.Kind.GONE);
    String type = machine().now().type();
    boolean wrong =
        switch (kind) {
          case RESIZED -> !type.equals(trial.goal());
          case PUT_BACK, ABORTED -> !type.equals(trial.from());
          case RESIZED_TO_FALLBACK, DEGRADED, SUPERSEDED, GONE, HANDED_OVER -> false;
        };
    if (wrong) {
      broken("P4", "it ended as " + kind + " on " + type);
    }
    if (kind == Outcome.Kind.ABORTED && calls.stream().anyMatch(Violations::stopped)) {
      broken("P1", "it is said to be untouched and was stopped");
    }
  }

  private static boolean stopped(SimCall call) {
    return call.kind() == CallKind.STOP && call.effect() == SimCall.Effect.ACCEPTED;
  }

  /** P5: an intent before every change, and a look of the same replica since its last change. */
  private void noBlindEffect() {
    Map<Long, JournalEntry> intents = new HashMap<>();
    entries.stream()
        .filter(entry -> entry.kind() == JournalEntry.Kind.INTENT)
        .forEach(entry -> intents.put(entry.intent(), entry));
    Map<String, Boolean> looked = new HashMap<>();
    int late = 0;
    for (SimCall call : calls) {
      if (call.kind() == CallKind.LOOK) {
        looked.put(call.by(), true);
      }
      if (call.key().isPresent()) {
        JournalEntry intent = intents.get(call.key().get().intent());
        if (intent == null || intent.at().isAfter(call.at())) {
          broken("P5", call + " has no intent before it");
          continue;
        }
        if (!intent.action().orElseThrow().kind().name().equals(call.kind().name())) {
          broken("P5", call + " was meant to be " + intent.action().get());
        }
        if (!looked.getOrDefault(call.by(), false)) {
          broken("P5", call + " was made without a look");
        }
        looked.put(call.by(), false);
        late +=
            Duration.between(intent.at(), call.at()).compareTo(Duration.ofSeconds(40)) > 0 ? 1 : 0;
      }
    }
    if (late > count(Fault.FREEZES)) {
      broken("P3", late + " changes were made when the lease was nearly over");
    }
  }

  private long count(Fault fault) {
    return trial.faults().values().stream().filter(fault::equals).count();
  }

  /** P9. */
  private void checkedBeforeTheStop() {
    Instant checked = Instant.MIN;
    int next = 0;
    for (JournalEntry entry : entries) {
      boolean stop =
          entry.kind() == JournalEntry.Kind.INTENT
              && entry.action().orElseThrow().kind().name().equals("STOP");
      if (stop) {
        for (SimCall call : calls) {
          if (call.kind() == CallKind.OBJECTIONS && !call.at().isAfter(entry.at())) {
            checked = call.at();
          }
        }
        if (next++ == 0 && checked.plusSeconds(60).isBefore(entry.at())) {
          broken("P9", "the last check was at " + checked + ", the stop at " + entry.at());
        }
      }
    }
  }

  /** P10. */
  private void outageIsBounded() {
    Instant down = Instant.MAX;
    for (SimMachine.Moment moment : machine().history()) {
      boolean up = moment.sighting().power() == PowerState.RUNNING;
      if (up && down.isBefore(moment.from())) {
        tellsSomebody(down, moment.from());
        down = Instant.MAX;
      } else if (!up && down.equals(Instant.MAX)) {
        down = moment.from();
      }
    }
  }

  private void tellsSomebody(Instant down, Instant up) {
    Instant latest = down.plus(OUTAGE.dividedBy(2)).plus(LATE);
    Instant from = down.minus(Duration.ofMinutes(20));
    boolean told =
        world.pages().keySet().stream().anyMatch(at -> at.isAfter(from) && !at.isAfter(latest));
    if (up.isAfter(latest) && !told) {
      broken("P10", "it was away from " + down + " to " + up + " and nobody was told");
    }
  }

  /** P12: one stop, one more when it was not well, and one for each that came late. */
  private void noNeedlessStop() {
    long accepted =
        machine().history().stream()
            .filter(moment -> moment.sighting().power() == PowerState.STOPPING)
            .map(moment -> moment.sighting().run().stopped())
            .distinct()
            .count();
    long allowed = 1 + count(Fault.UNWELL) + count(Fault.FREEZES) + count(Fault.NO_CAPACITY);
    if (accepted > allowed) {
      broken("P12", "it was stopped " + accepted + " times");
    }
  }

  /** P15: what the journal says was accepted, the cloud has seen. */
  private void auditIsComplete() {
    for (JournalEntry entry : entries) {
      boolean accepted =
          entry.kind() == JournalEntry.Kind.ANSWER
              && (entry.text().startsWith("ACCEPTED") || entry.text().startsWith("NOTHING"))
              && !entry.action().orElseThrow().kind().name().equals("SET_WORKERS");
      if (accepted
          && calls.stream()
              .noneMatch(
                  call ->
                      call.key().isPresent()
                          && call.key().get().intent() == entry.intent()
                          && call.effect() == SimCall.Effect.ACCEPTED)) {
        broken("P15", "the cloud knows nothing of " + entry);
      }
    }
  }

  /** P18, but for a change that a frozen replica made when it was no longer asked to. */
  private void workersFit() {
    if (count(Fault.FREEZES) > 0 || operation.tally().told().contains("workers not shrunk")) {
      return;
    }
    for (SimMachine.Moment moment : machine().history()) {
      int carries = Trial.CARRIES.getOrDefault(moment.sighting().type(), 0);
      boolean up = moment.sighting().power() == PowerState.RUNNING;
      if (up && moment.workers().web() > carries) {
        broken("P18", moment.workers() + " workers on " + moment.sighting().type());
        return;
      }
    }
  }

  /** What the outcome says of the workers is so. */
  private void workersAreAsTold() {
    boolean told = !operation.tally().told().isEmpty();
    int wanted =
        machine().now().type().equals(trial.from())
            ? operation.resize().workers().orElseThrow().before().web()
            : operation.resize().workers().orElseThrow().after().web();
    if (operation.hasEnded() && !told && machine().workers().web() != wanted) {
      broken("workers", machine().workers() + " run, " + wanted + " should, and nobody was told");
    }
  }
}
