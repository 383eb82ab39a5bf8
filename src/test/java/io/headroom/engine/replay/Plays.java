package io.headroom.engine.replay;

import io.headroom.engine.demand.DemandAnalysis;
import io.headroom.engine.demand.Usage;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Regions;
import io.headroom.testing.Samples;

/** Reads what is played. */
final class Plays {

  private Plays() {}

  private static DemandAnalysis read(InstanceBuilder machine, Samples samples) {
    return DemandAnalysis.of(
        Machines.observed(machine, samples),
        Policies.peakPlusHalf().build(),
        Regions.ec2(),
        Machines.AS_OF);
  }

  /** The CPU means of an m5.2xlarge, which has 8 vCPUs. */
  static Usage cpu(Samples samples) {
    return cpu(Machines.ec2("m5.2xlarge"), samples);
  }

  static Usage cpu(InstanceBuilder machine, Samples samples) {
    return read(machine, samples).cpu().means().orElseThrow();
  }

  /** The memory use of an m5.2xlarge, which has 32768 MiB. */
  static Usage memory(Samples samples) {
    return read(Machines.ec2("m5.2xlarge"), samples).memory().used().orElseThrow();
  }
}
