package io.headroom.engine.candidate;

import io.headroom.engine.demand.DemandAnalysis;
import io.headroom.engine.worker.WorkerFit;
import io.headroom.engine.worker.WorkerSizing;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.demand.Demand;
import io.headroom.model.demand.Required;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.Projection;
import java.util.Optional;

/**
 * What a type must carry for one machine.
 *
 * @param analysis the demand
 * @param required required capacity with the present workers
 * @param memoryFloor least memory whatever the workers: what is kept, or what censoring asks for
 * @param memoryCeiling memory from which headroom is no reason to refuse a type: the present memory
 *     under a policy that grows on pressure only, else none
 * @param sizing workers and memory
 */
public record Need(
    DemandAnalysis analysis,
    Required required,
    Mebibytes memoryFloor,
    Optional<Mebibytes> memoryCeiling,
    WorkerSizing sizing) {

  /** Returns what of a type's vCPUs counts: all, or the sustained part of a shared core. */
  public static VCpus countedVcpus(InstanceType type) {
    return type.isSharedCore() ? type.sustained() : type.vcpus();
  }

  /** Returns the demand on {@code type} with the workers of {@code fit}. */
  public Projection projectionOn(InstanceType type, Optional<WorkerFit> fit) {
    Optional<Demand.Observed<VCpus>> cpu = analysis.demands().cpu().observed();
    VCpus vcpus = countedVcpus(type);
    return new Projection(
        cpu.map(observed -> observed.peak().of(vcpus)),
        cpu.map(observed -> observed.mean().of(vcpus)),
        analysis
            .demands()
            .memory()
            .observed()
            .map(observed -> sizing.demandOn(type.memory(), fit).of(type.memory())));
  }
}
