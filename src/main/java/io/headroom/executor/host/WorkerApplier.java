package io.headroom.executor.host;

import io.headroom.model.resize.MachineRef;
import io.headroom.model.resize.WorkerCounts;

/** Sets how many workers a host runs. */
public interface WorkerApplier {

  /**
   * Returns how many workers run now: measured, not read from a configuration.
   *
   * @throws HostException if the host cannot be reached or is another one than expected
   */
  WorkerCounts running(MachineRef machine);

  /**
   * Makes the host run {@code counts} now and after its next boot. Doing it twice is doing it once.
   *
   * @throws HostException if it failed, or if nobody knows whether it did
   */
  void apply(MachineRef machine, WorkerCounts counts);
}
