package io.headroom.proof.resize;

import io.headroom.cloud.sim.CallKind;
import io.headroom.cloud.sim.Fault;
import io.headroom.cloud.sim.FaultPlan;
import io.headroom.cloud.sim.Flavour;
import io.headroom.cloud.sim.SimWorld;
import io.headroom.executor.machine.CallKey;
import io.headroom.executor.machine.MachineControl;
import io.headroom.executor.machine.PowerState;
import io.headroom.executor.machine.Sighting;
import io.headroom.model.cloud.CloudException;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;

/**
 * What a runbook does: stop, wait, change, start, wait; the first failure ends it. It runs in the
 * same cloud with the same faults, to know what the executor is worth.
 */
final class LinearScript {

  private static final Duration POLL = Duration.ofSeconds(15);
  private static final CallKey KEY = new CallKey(Trial.OPERATION, 1);

  private final SimWorld world;
  private final MachineControl machines;

  private LinearScript(Flavour flavour, SortedMap<Integer, Fault> faults) {
    world = new SimWorld(flavour, FaultPlan.of(faults), Trial.PATIENCE);
    machines = world.control("script");
    world.cloud().add(Trial.MACHINE, "big", Sighting.Ties.NONE);
  }

  private static LinearScript ran(Flavour flavour, SortedMap<Integer, Fault> faults) {
    LinearScript script = new LinearScript(flavour, faults);
    script.world.script(script::stop);
    script
        .world
        .time()
        .runUntil(script.world.time().instant().plus(Duration.ofHours(2)), () -> false);
    return script;
  }

  /** Returns the calls it makes. */
  static List<CallKind> calls(Flavour flavour, SortedMap<Integer, Fault> faults) {
    return ran(flavour, faults).world.calls();
  }

  /** Whether it leaves the machine down. */
  static boolean leavesItDown(Flavour flavour, SortedMap<Integer, Fault> faults) {
    return ran(flavour, faults).world.cloud().machine(Trial.MACHINE).now().power()
        != PowerState.RUNNING;
  }

  private void stop() {
    next(() -> machines.stop(Trial.MACHINE, KEY), () -> waitFor(PowerState.STOPPED, this::change));
  }

  private void change() {
    next(
        () -> machines.changeType(Trial.MACHINE, "small", KEY),
        () -> world.time().after(Duration.ofSeconds(3), () -> world.script(this::start)));
  }

  private void start() {
    next(() -> machines.start(Trial.MACHINE, KEY), () -> waitFor(PowerState.RUNNING, () -> {}));
  }

  private void waitFor(PowerState power, Runnable then) {
    world.time().after(POLL, () -> world.script(() -> look(power, then)));
  }

  private void look(PowerState power, Runnable then) {
    boolean[] there = new boolean[1];
    next(
        () -> there[0] = machines.look(Trial.MACHINE).power() == power,
        () -> {
          if (there[0]) {
            then.run();
          } else {
            waitFor(power, then);
          }
        });
  }

  /** A command that fails ends the script. */
  private static void next(Runnable command, Runnable then) {
    try {
      command.run();
    } catch (CloudException failed) {
      return;
    }
    then.run();
  }
}
