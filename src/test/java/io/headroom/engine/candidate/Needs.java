package io.headroom.engine.candidate;

import io.headroom.engine.demand.DemandAnalysis;
import io.headroom.engine.worker.WorkerSizing;
import io.headroom.engine.worker.Workload;
import io.headroom.model.demand.Demand;
import io.headroom.model.demand.Required;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.policy.Policy;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Regions;
import io.headroom.testing.Samples;
import java.util.Optional;

/** Makes needs of an m5.2xlarge (8 vCPUs, 32 GiB) from its samples. */
final class Needs {

  private final InstanceBuilder machine;
  private final Samples[] samples;
  private VCpus vcpus = VCpus.NONE;
  private VCpus sustained = VCpus.NONE;
  private Mebibytes memoryFloor = Mebibytes.NONE;
  private Optional<Mebibytes> memoryCeiling = Optional.empty();
  private Policy policy = Policies.peakPlusHalf().build();

  private Needs(InstanceBuilder machine, Samples... samples) {
    this.machine = machine;
    this.samples = samples;
  }

  static Needs of(Samples... samples) {
    return new Needs(Machines.ec2("m5.2xlarge"), samples);
  }

  static Needs of(InstanceBuilder machine, Samples... samples) {
    return new Needs(machine, samples);
  }

  Needs vcpus(double value) {
    vcpus = new VCpus(value);
    return this;
  }

  Needs sustained(double value) {
    sustained = new VCpus(value);
    return this;
  }

  Needs memoryFloor(double mib) {
    memoryFloor = new Mebibytes(mib);
    return this;
  }

  Needs memoryCeiling(double mib) {
    memoryCeiling = Optional.of(new Mebibytes(mib));
    return this;
  }

  Needs policy(Policies value) {
    policy = value.build();
    return this;
  }

  Need need() {
    Instance instance = machine.build();
    DemandAnalysis analysis =
        DemandAnalysis.of(
            Machines.observed(machine, samples), policy, Regions.ec2(), Machines.AS_OF);
    Optional<Demand.Observed<Mebibytes>> memory = analysis.demands().memory().observed();
    WorkerSizing sizing =
        new WorkerSizing(
            new Workload(
                instance.host(),
                policy.workers(),
                policy.memory().headroom(),
                memory.map(Demand.Observed::value),
                memory.map(observed -> observed.evidence().at()),
                new Mebibytes(32768),
                vcpus,
                vcpus));
    return new Need(
        analysis,
        new Required(
            vcpus,
            sustained,
            sizing.requiredNow(),
            policy.cpu().headroom(),
            policy.memory().headroom()),
        memoryFloor,
        memoryCeiling,
        sizing);
  }
}
