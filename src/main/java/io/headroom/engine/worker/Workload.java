package io.headroom.engine.worker;

import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.WorkerPool;
import io.headroom.model.policy.WorkerRule;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import java.time.Instant;
import java.util.Optional;

/**
 * What the sizing of workers starts from.
 *
 * @param host what is known of the machine from inside
 * @param rule the policy's rule
 * @param headroom headroom of memory
 * @param memoryDemand observed memory demand; absent if not collected
 * @param memoryPeakAt when it was observed: the worker count of that moment belongs to it
 * @param presentMemory memory of the present type
 * @param cpuDemand CPU demand before headroom
 * @param requiredVcpus required vCPUs
 */
public record Workload(
    HostProfile host,
    WorkerRule rule,
    Headroom headroom,
    Optional<Mebibytes> memoryDemand,
    Optional<Instant> memoryPeakAt,
    Mebibytes presentMemory,
    VCpus cpuDemand,
    VCpus requiredVcpus) {

  /**
   * Returns the vCPUs that services beside the workers take: measured, else the policy's share of
   * the CPU demand where the profile names such services, else none.
   */
  VCpus coResident() {
    return host.coResident()
        .orElseGet(
            () ->
                host.services().isEmpty()
                    ? VCpus.NONE
                    : new VCpus(cpuDemand.value() * rule.coResident().fraction()));
  }

  /** Returns the count of {@code pool} at the memory peak, else now. */
  int countAtPeak(WorkerPool pool) {
    return memoryPeakAt.map(pool::countAt).orElse(pool.count());
  }
}
