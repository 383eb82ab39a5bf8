package io.headroom.proof.resize;

import io.headroom.cloud.sim.Fault;
import io.headroom.cloud.sim.FaultPlan;
import io.headroom.cloud.sim.Flavour;
import io.headroom.cloud.sim.SimMachine;
import io.headroom.cloud.sim.SimWorld;
import io.headroom.executor.journal.OpeningLimit;
import io.headroom.executor.machine.Sighting;
import io.headroom.executor.operation.Operation;
import io.headroom.executor.operation.Order;
import io.headroom.executor.stage.Patience;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.resize.MachineRef;
import io.headroom.model.resize.OperationId;
import io.headroom.model.resize.PlanHash;
import io.headroom.model.resize.PlannedResize;
import io.headroom.model.resize.WorkerChange;
import io.headroom.model.resize.WorkerCounts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One resize in a simulated world, with what goes wrong in it.
 *
 * @param faults by the number of the call
 */
public record Trial(
    Flavour flavour, Direction direction, int replicas, SortedMap<Integer, Fault> faults) {

  static final MachineRef MACHINE =
      new MachineRef(
          new Placement(Provider.AWS, "111122223333", "eu-central-1", Optional.of("eu-central-1a")),
          "i-1",
          "erp-1");
  static final OperationId OPERATION = new OperationId("op-1");

  /** Workers a type carries: one for each GiB of nine tenths of its memory. */
  static final Map<String, Integer> CARRIES = Map.of("big", 14, "small", 7, "spare", 8);

  /** Where the machine goes. */
  public enum Direction {
    /** To a smaller type, with fewer workers. */
    DOWN,
    /** To a larger type, with more workers. */
    UP
  }

  static final Patience PATIENCE =
      Patience.DEFAULT.baking(Duration.ofMinutes(7), Duration.ofMinutes(4));

  /** As {@link #PATIENCE}, with fewer looks at a time that passes without events. */
  static Trial of(Flavour flavour, Direction direction, SortedMap<Integer, Fault> faults) {
    return new Trial(flavour, direction, 2, faults);
  }

  Trial with(SortedMap<Integer, Fault> others) {
    return new Trial(flavour, direction, replicas, others);
  }

  /** Returns the world after everything has happened. */
  SimWorld run() {
    return run(world -> {});
  }

  /** As {@link #run()}, with what {@code others} do to it. */
  SimWorld run(Consumer<SimWorld> others) {
    SimWorld world = new SimWorld(flavour, FaultPlan.of(faults), PATIENCE);
    SimMachine machine = world.cloud().add(MACHINE, from(), Sighting.Ties.NONE);
    world.cloud().runWorkers(machine.name(), change().before());
    world
        .journal()
        .open(Operation.begin(OPERATION, order(world), world.time().instant()), OpeningLimit.NONE);
    others.accept(world);
    world.start(replicas);
    world.run(Duration.ofHours(12));
    return world;
  }

  String from() {
    return direction == Direction.DOWN ? "big" : "small";
  }

  String goal() {
    return direction == Direction.DOWN ? "small" : "big";
  }

  private WorkerChange change() {
    WorkerCounts many = new WorkerCounts(12, OptionalInt.empty());
    WorkerCounts few = new WorkerCounts(6, OptionalInt.empty());
    return direction == Direction.DOWN ? new WorkerChange(many, few) : new WorkerChange(few, many);
  }

  Order order(SimWorld world) {
    return new Order(
        new PlannedResize(
            MACHINE,
            from(),
            goal(),
            direction == Direction.DOWN ? List.of("spare") : List.of(),
            Optional.of(change()),
            Optional.of("erp"),
            Optional.empty(),
            Duration.ofMinutes(3),
            List.of()),
        new PlanHash("7f".repeat(32)),
        world.time().instant().plus(Duration.ofHours(8)),
        "anna");
  }

  static SortedMap<Integer, Fault> faults(int call, Fault fault) {
    SortedMap<Integer, Fault> faults = new TreeMap<>();
    faults.put(call, fault);
    return faults;
  }

  SortedMap<Integer, Fault> faultsAnd(int call, Fault fault) {
    SortedMap<Integer, Fault> more = new TreeMap<>(faults);
    more.put(call, fault);
    return more;
  }
}
