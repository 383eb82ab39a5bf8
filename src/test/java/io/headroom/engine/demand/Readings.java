package io.headroom.engine.demand;

import io.headroom.model.demand.Demand;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.Provider;
import io.headroom.model.policy.Policy;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.Notice;
import io.headroom.model.verdict.NoticeKind;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Regions;
import io.headroom.testing.Samples;
import java.util.List;

/** Reads the demand of a machine in a small region, up to {@link Machines#AS_OF}. */
final class Readings {

  private Readings() {}

  static DemandAnalysis read(Policies policy, InstanceBuilder machine, Samples... samples) {
    return read(policy.build(), Machines.observed(machine, samples));
  }

  static DemandAnalysis read(InstanceBuilder machine, Samples... samples) {
    return read(Policies.peakPlusHalf(), machine, samples);
  }

  static DemandAnalysis read(Policy policy, Observation machine) {
    boolean ec2 = machine.instance().provider() == Provider.AWS;
    return DemandAnalysis.of(machine, policy, ec2 ? Regions.ec2() : Regions.gce(), Machines.AS_OF);
  }

  static Demand.Observed<VCpus> cpu(DemandAnalysis analysis) {
    return analysis.demands().cpu().observed().orElseThrow();
  }

  static Demand.Observed<Mebibytes> memory(DemandAnalysis analysis) {
    return analysis.demands().memory().observed().orElseThrow();
  }

  static List<String> notices(DemandAnalysis analysis, NoticeKind kind) {
    return analysis.notices().stream()
        .filter(notice -> notice.kind() == kind)
        .map(Notice::text)
        .toList();
  }
}
