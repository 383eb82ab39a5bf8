package io.headroom.cloud.sim;

import io.headroom.executor.host.Health;
import io.headroom.executor.host.HealthProbe;
import io.headroom.executor.host.HostException;
import io.headroom.executor.host.WorkerApplier;
import io.headroom.executor.machine.PowerState;
import io.headroom.model.resize.MachineRef;
import io.headroom.model.resize.WorkerCounts;
import java.time.Duration;
import java.time.InstantSource;

/** What runs on the simulated machines: workers, and an application that answers after its boot. */
final class SimHost implements WorkerApplier, HealthProbe {

  private static final Duration BOOT = Duration.ofSeconds(20);
  private static final Duration UNWELL = Duration.ofMinutes(15);

  private final SimCloud cloud;
  private final Gate gate;
  private final InstantSource time;

  SimHost(SimCloud cloud, Gate gate, InstantSource time) {
    this.cloud = cloud;
    this.gate = gate;
    this.time = time;
  }

  @Override
  public WorkerCounts running(MachineRef machine) {
    return gate.through(
        CallKind.WORKERS, fault -> unreachable(machine), () -> reached(machine).workers());
  }

  @Override
  public void apply(MachineRef machine, WorkerCounts counts) {
    gate.through(
        CallKind.SET_WORKERS,
        fault -> unreachable(machine),
        () -> {
          reached(machine).set(counts, time.instant());
          return counts;
        });
  }

  @Override
  public Health probe(MachineRef machine) {
    try {
      return gate.through(
          CallKind.HEALTH,
          fault -> {
            cloud.makeUnwell(cloud.machine(machine).now().type(), UNWELL);
            return unreachable(machine);
          },
          () -> health(cloud.machine(machine)));
    } catch (HostException unwell) {
      return Health.unhealthy("it does not answer");
    }
  }

  private Health health(SimMachine machine) {
    boolean up =
        machine.now().power() == PowerState.RUNNING
            && !time.instant().isBefore(machine.now().run().started().plus(BOOT));
    return up && !cloud.isUnwell(machine.now().type())
        ? Health.HEALTHY
        : Health.unhealthy("it does not answer");
  }

  private SimMachine reached(MachineRef machine) {
    if (cloud.machine(machine).now().power() != PowerState.RUNNING) {
      throw unreachable(machine);
    }
    return cloud.machine(machine);
  }

  private static HostException unreachable(MachineRef machine) {
    return new HostException(
        "Cannot reach " + machine.label() + ": it does not answer; it is tried again");
  }
}
