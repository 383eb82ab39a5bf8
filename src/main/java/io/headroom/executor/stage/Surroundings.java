package io.headroom.executor.stage;

import io.headroom.executor.guard.CapacityMemory;
import io.headroom.executor.guard.Guard;
import io.headroom.executor.host.HealthProbe;
import io.headroom.executor.host.WorkerApplier;
import io.headroom.executor.machine.MachineControl;
import java.util.List;

/** What operations work with and are held by. */
public record Surroundings(
    MachineControl machines,
    WorkerApplier workers,
    HealthProbe health,
    List<Guard> guards,
    CapacityMemory capacity,
    Patience patience) {

  /** Copies the list. */
  public Surroundings {
    guards = List.copyOf(guards);
  }
}
