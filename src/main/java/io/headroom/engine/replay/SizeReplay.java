package io.headroom.engine.replay;

import io.headroom.engine.demand.DemandAnalysis;
import io.headroom.engine.demand.RecordedUsage;
import io.headroom.engine.worker.WorkerFit;
import io.headroom.engine.worker.WorkerSizing;
import io.headroom.model.catalog.Burst;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.Instance;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.unit.VCpus;
import java.util.List;
import java.util.Optional;

/**
 * The recorded demand of one machine, read once and played on any number of types. A play on a type
 * that carries the demand costs next to nothing, any other one pass over the slots without an
 * allocation for each. Safe for use by several threads.
 *
 * <p>CPU is played as a {@link FluidQueue}, burstable EC2 types with their {@link CreditAccount}:
 * with credits exhausted, standard mode serves the baseline only. A shared core of GCE serves its
 * sustained part; but what the machine's own type was seen to serve, it served. Memory is held
 * against the type's as it was recorded; but where the type holds the workers that are needed, what
 * fewer workers and a smaller buffer pool free is taken off.
 */
public final class SizeReplay {

  private final Optional<Slots> cpu;
  private final Optional<Slots> memory;
  private final WorkerSizing workers;
  private final CreditMode mode;
  private final String present;
  private final List<TimeRange> stopped;

  private SizeReplay(
      Optional<Slots> cpu,
      Optional<Slots> memory,
      WorkerSizing workers,
      CreditMode mode,
      Instance instance) {
    this.cpu = cpu;
    this.memory = memory;
    this.workers = workers;
    this.mode = mode;
    this.present = instance.type().present();
    this.stopped = instance.stopped();
  }

  /**
   * Lays out what was read of a machine.
   *
   * @param mode the mode in which burstable EC2 types are played
   * @param instance the machine
   */
  public static SizeReplay of(
      DemandAnalysis analysis, WorkerSizing workers, CreditMode mode, Instance instance) {
    return of(
        new RecordedUsage(analysis.cpu().means(), analysis.memory().used()),
        workers,
        mode,
        instance);
  }

  /**
   * Lays out what was recorded of a machine.
   *
   * @param mode the mode in which burstable EC2 types are played
   * @param instance the machine
   */
  public static SizeReplay of(
      RecordedUsage recorded, WorkerSizing workers, CreditMode mode, Instance instance) {
    return new SizeReplay(
        recorded.cpu().map(usage -> Slots.of(usage, amount -> new VCpus(amount).value())),
        recorded.memory().map(usage -> Slots.of(usage, amount -> new Mebibytes(amount).value())),
        workers,
        mode,
        instance);
  }

  /** Whether CPU was recorded. */
  public boolean hasCpu() {
    return cpu.isPresent();
  }

  /** Whether memory was recorded. */
  public boolean hasMemory() {
    return memory.isPresent();
  }

  /** Plays the demand on {@code type}. */
  public ReplayOutcome play(InstanceType type) {
    Optional<WorkerFit> fit = workers.fit(type.sustained(), type.memory());
    Optional<MemoryOutcome> memoryOutcome =
        memory.map(used -> MemoryReplay.play(used, type.memory(), freedOn(type.memory(), fit)));
    if (cpu.isEmpty()) {
      return new ReplayOutcome(type, Optional.empty(), memoryOutcome, Optional.empty(), fit);
    }
    CpuPlay played = cpuOn(type, cpu.get());
    return new ReplayOutcome(type, Optional.of(played.queue()), memoryOutcome, played.burst(), fit);
  }

  /** What CPU demand meets on a type. */
  private record CpuPlay(QueueOutcome queue, Optional<BurstOutcome> burst) {}

  private CpuPlay cpuOn(InstanceType type, Slots demand) {
    return type.burst()
        .map(
            burst ->
                burst.match(
                    credits -> withCredits(type.vcpus(), credits, demand),
                    shared -> onSharedCore(type, shared, demand)))
        .orElseGet(() -> new CpuPlay(steady(type.vcpus(), demand), Optional.empty()));
  }

  private static QueueOutcome steady(VCpus vcpus, Slots demand) {
    if (demand.largest() < vcpus.value()) {
      return QueueOutcome.fits(demand.count(), demand.days());
    }
    FluidQueue queue = FluidQueue.of(vcpus);
    demand.forEach(queue::slot);
    return queue.outcome();
  }

  private CpuPlay withCredits(VCpus vcpus, Burst.Credits credits, Slots demand) {
    CreditSupply supply = new CreditSupply(credits, mode, vcpus, stopped);
    FluidQueue queue = new FluidQueue(vcpus, supply);
    demand.forEach(queue::slot);
    return new CpuPlay(queue.outcome(), Optional.of(supply.outcome()));
  }

  private CpuPlay onSharedCore(InstanceType type, Burst.SharedCore shared, Slots demand) {
    QueueOutcome sustained = steady(shared.sustained(), demand);
    BurstOutcome burst =
        new BurstOutcome(
            Optional.empty(), demand.observed(), sustained.saturated(), Optional.empty());
    return new CpuPlay(
        type.name().equals(present) ? steady(type.vcpus(), demand) : sustained, Optional.of(burst));
  }

  private Mebibytes freedOn(Mebibytes typeMemory, Optional<WorkerFit> fit) {
    return fit.filter(found -> !found.isEnough()).isPresent()
        ? Mebibytes.NONE
        : workers.freedOn(typeMemory, fit);
  }
}
