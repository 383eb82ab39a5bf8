package io.headroom.engine.verdict;

import io.headroom.engine.candidate.Need;
import io.headroom.engine.demand.CpuAnalysis;
import io.headroom.engine.demand.DemandAnalysis;
import io.headroom.engine.worker.WorkerSizing;
import io.headroom.engine.worker.Workload;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.demand.Censoring;
import io.headroom.model.demand.Demand;
import io.headroom.model.demand.Required;
import io.headroom.model.machine.Instance;
import io.headroom.model.policy.Growth;
import io.headroom.model.policy.Policy;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import java.util.Optional;

/**
 * From demand to required capacity: demand plus headroom, but never less than the present capacity
 * of a dimension that may not be reduced, and twice the capacity that cut demand off too often.
 */
public final class NeedReader {

  private static final int DOUBLING = 2;

  private final Instance instance;
  private final Policy policy;
  private final InstanceType present;
  private final DemandAnalysis analysis;

  /** Prepares the reading for a machine whose present type is {@code present}. */
  public NeedReader(
      Instance instance, Policy policy, InstanceType present, DemandAnalysis analysis) {
    this.instance = instance;
    this.policy = policy;
    this.present = present;
    this.analysis = analysis;
  }

  /** Returns what a type must carry. */
  public Need read() {
    VCpus vcpus = vcpus();
    Optional<Demand.Observed<Mebibytes>> memory = analysis.demands().memory().observed();
    WorkerSizing sizing =
        new WorkerSizing(
            new Workload(
                instance.host(),
                policy.workers(),
                policy.memory().headroom(),
                memory.map(Demand.Observed::value),
                memory.map(observed -> observed.evidence().at()),
                present.memory(),
                analysis.demands().cpu().observed().map(Demand.Observed::value).orElse(VCpus.NONE),
                vcpus));
    Mebibytes floor = memoryFloor(memory);
    Optional<Mebibytes> ceiling =
        policy.growth() == Growth.ON_PRESSURE && present.memory().covers(sizing.demandWithPools())
            ? Optional.of(present.memory())
            : Optional.empty();
    Mebibytes required = memory.isPresent() ? sizing.requiredNow() : present.memory();
    return new Need(
        analysis,
        new Required(
            vcpus,
            sustained(),
            ceiling.map(required::min).orElse(required).max(floor),
            policy.cpu().headroom(),
            policy.memory().headroom()),
        floor,
        ceiling,
        sizing);
  }

  private VCpus vcpus() {
    VCpus capacity = Need.countedVcpus(present);
    Optional<Demand.Observed<VCpus>> observed = analysis.demands().cpu().observed();
    if (observed.isEmpty()) {
      return capacity;
    }
    VCpus demand = observed.get().value();
    VCpus wanted = demand.with(policy.cpu().headroom());
    if (policy.growth() == Growth.ON_PRESSURE && capacity.covers(demand)) {
      wanted = wanted.min(capacity);
    }
    CpuAnalysis cpu = analysis.cpu();
    if (cpu.boundByThreads().isPresent()) {
      // headroom for threads that cannot use it is no reason to grow
      VCpus enough = capacity.covers(demand) ? wanted.min(capacity) : wanted;
      wanted = enough.max(new VCpus(cpu.boundByThreads().get() + 1));
    }
    if (grows(observed.get()) && !cpu.byCredits()) {
      wanted = wanted.max(cpu.cutOffAt().orElseThrow().times(DOUBLING));
    }
    return observed.get().mayReduce() ? wanted : wanted.max(capacity);
  }

  /**
   * Credits that ran out ask for sustained vCPUs; so does a burst machine that may not be reduced.
   */
  private VCpus sustained() {
    Optional<Demand.Observed<VCpus>> observed = analysis.demands().cpu().observed();
    if (observed.filter(NeedReader::grows).isPresent() && analysis.cpu().byCredits()) {
      return analysis.cpu().cutOffAt().orElseThrow().times(DOUBLING);
    }
    boolean kept = observed.filter(Demand.Observed::mayReduce).isEmpty();
    return kept && present.isBurstable() ? present.sustained() : VCpus.NONE;
  }

  private Mebibytes memoryFloor(Optional<Demand.Observed<Mebibytes>> memory) {
    if (memory.isEmpty()) {
      return present.memory();
    }
    Mebibytes kept = memory.get().mayReduce() ? Mebibytes.NONE : present.memory();
    return grows(memory.get())
        ? kept.max(analysis.memory().cutOffAt().orElseThrow().times(DOUBLING))
        : kept;
  }

  private static boolean grows(Demand.Observed<?> observed) {
    return observed.censoring() == Censoring.GROWS;
  }
}
