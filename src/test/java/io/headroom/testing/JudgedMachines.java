package io.headroom.testing;

import io.headroom.advice.Judged;
import io.headroom.engine.SizingEngine;
import io.headroom.engine.candidate.CandidateTable;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.Observation;
import io.headroom.model.policy.ExecutionRule;
import io.headroom.model.policy.Policy;
import io.headroom.model.unit.Share;
import java.util.Optional;

/** Makes machines with their verdicts. */
public final class JudgedMachines {

  private static final RegionCatalog CATALOG = SmallCatalog.usEast1();

  private JudgedMachines() {}

  /** Returns the verdict of the default policy on a machine of {@link SmallCatalog}. */
  public static Judged judged(Observation machine) {
    return judged(machine, Policies.peakPlusHalf().build());
  }

  public static Judged judged(Observation machine, Policy policy) {
    return judged(machine, policy, CATALOG);
  }

  public static Judged judged(Observation machine, Policy policy, RegionCatalog catalog) {
    return new Judged(
        machine,
        SizingEngine.evaluate(machine, policy, CandidateTable.of(catalog), Machines.AS_OF),
        Optional.of(new Judged.Grounds(policy, atAnyTime(), catalog)));
  }

  /**
   * An ERPNext-like machine on m5.xlarge: 0.4 vCPU by night, 0.8 by day, 1.6 in one slot five days
   * ago; 5 GiB of memory; six hours of no samples two days ago; nine workers.
   */
  public static Observation working(InstanceBuilder machine) {
    int day = 288;
    return Machines.observed(
        machine.host(Hosts.host().web(9).bufferPool(2048).build()),
        Samples.cpuVcpus(42)
            .each(slot -> slot % day > day / 3 ? 0.8 : 0.4)
            .at(java.time.Duration.ofDays(5), 1.6)
            .gap(java.time.Duration.ofDays(2), 72),
        Samples.memoryMib(42).flat(5120).gap(java.time.Duration.ofDays(2), 72));
  }

  private static ExecutionRule atAnyTime() {
    return new ExecutionRule(
        Optional.empty(),
        ExecutionRule.Approval.NONE,
        new ExecutionRule.RunLimit(10, Share.ofPercent(10)),
        1,
        Optional.empty(),
        ExecutionRule.TerraformRule.LEAVE_ALONE,
        Optional.empty());
  }
}
