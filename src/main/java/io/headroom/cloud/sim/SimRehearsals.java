package io.headroom.cloud.sim;

import io.headroom.executor.journal.OpeningLimit;
import io.headroom.executor.machine.PowerState;
import io.headroom.executor.machine.Sighting;
import io.headroom.executor.notice.Page;
import io.headroom.executor.operation.Operation;
import io.headroom.executor.operation.Order;
import io.headroom.executor.rehearsal.RehearsalSettings;
import io.headroom.executor.rehearsal.Rehearsals;
import io.headroom.executor.rehearsal.RehearsedResize;
import io.headroom.executor.run.PlanRun;
import io.headroom.executor.stage.Patience;
import io.headroom.model.machine.Provider;
import io.headroom.model.resize.OperationId;
import io.headroom.model.resize.PlanHash;
import io.headroom.model.resize.PlannedResize;
import io.headroom.model.resize.ResizePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rehearses plans in the simulated cloud, two replicas at work. */
public final class SimRehearsals implements Rehearsals {

  private static final Duration SCARCE = Duration.ofHours(2);
  private static final Duration UNWELL = Duration.ofDays(2);
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration VALID = Duration.ofHours(8);

  /** Every third call can go wrong at most, or a rehearsal shows nothing but faults. */
  private static final int CALLS = 64;

  @Override
  public List<RehearsedResize> rehearse(
      ResizePlan plan, PlanHash hash, RehearsalSettings settings) {
    List<RehearsedResize> rehearsed = new ArrayList<>();
    for (int number = 0; number < plan.resizes().size(); number++) {
      rehearsed.add(rehearse(plan.resizes().get(number), PlanRun.id(hash, number), hash, settings));
    }
    return List.copyOf(rehearsed);
  }

  private static RehearsedResize rehearse(
      PlannedResize resize, OperationId id, PlanHash hash, RehearsalSettings settings) {
    SortedMap<Integer, Fault> faults = faults(id, settings);
    Flavour flavour =
        resize.machine().placement().provider() == Provider.AWS
            ? Flavour.EC2_LIKE
            : Flavour.GCE_LIKE;
    SimWorld world = new SimWorld(flavour, FaultPlan.of(faults), Patience.DEFAULT);
    SimMachine machine = world.cloud().add(resize.machine(), resize.from(), Sighting.Ties.NONE);
    resize
        .workers()
        .ifPresent(change -> world.cloud().runWorkers(resize.machine(), change.before()));
    settings.scarce().forEach(type -> world.cloud().runOut(type, SCARCE));
    settings.unwell().forEach(type -> world.cloud().makeUnwell(type, UNWELL));
    Instant now = world.time().instant();
    Order order = new Order(resize, hash, now.plus(VALID), "rehearsal");
    world.journal().open(Operation.begin(id, order, now), OpeningLimit.NONE);
    world.start(2);
    world.run(LONGEST);
    return result(resize, id, machine, world, faults);
  }

  private static SortedMap<Integer, Fault> faults(OperationId id, RehearsalSettings settings) {
    Random random = new Random(settings.seed() * 31 + id.value().hashCode());
    SortedMap<Integer, Fault> faults = new TreeMap<>();
    Fault[] all = Fault.values();
    while (faults.size() < settings.faults()) {
      faults.put(random.nextInt(CALLS), all[random.nextInt(all.length)]);
    }
    return faults;
  }

  private static RehearsedResize result(
      PlannedResize resize,
      OperationId id,
      SimMachine machine,
      SimWorld world,
      SortedMap<Integer, Fault> faults) {
    List<CallKind> calls = world.calls();
    List<String> happened = new ArrayList<>();
    faults.forEach(
        (call, fault) -> {
          if (call < calls.size() && fault.hits(calls.get(call))) {
            happened.add(fault + " at " + calls.get(call));
          }
        });
    return new RehearsedResize(
        resize,
        world.journal().find(id).flatMap(Operation::outcome),
        machine.now().type(),
        machine.now().power() == PowerState.RUNNING
            ? RehearsedResize.End.RUNNING
            : RehearsedResize.End.DOWN,
        longestAway(machine, world.time().instant()),
        happened,
        world.pages().values().stream().map(Page::text).toList());
  }

  /** Returns the longest time that a machine was not running in one go. */
  static Duration longestAway(SimMachine machine, Instant end) {
    Duration longest = Duration.ZERO;
    Instant down = Instant.MAX;
    for (SimMachine.Moment moment : machine.history()) {
      boolean up = moment.sighting().power() == PowerState.RUNNING;
      if (up && !down.equals(Instant.MAX)) {
        longest = max(longest, Duration.between(down, moment.from()));
        down = Instant.MAX;
      } else if (!up && down.equals(Instant.MAX)) {
        down = moment.from();
      }
    }
    return down.equals(Instant.MAX) ? longest : max(longest, Duration.between(down, end));
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
