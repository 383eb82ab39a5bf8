package io.headroom.engine.worker;

import io.headroom.model.machine.WorkerPool;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.LimitedBy;
import io.headroom.model.verdict.WorkerAdvice;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Sizes workers and memory of a machine together. Memory of a type with W workers must hold
 *
 * <pre>
 *   pools + (1 + headroom) × (peak − warm pools + (W − workers at the peak) × footprint)
 * </pre>
 *
 * so for a given memory the largest W follows, and for a given W the least memory. Without known
 * web workers only the memory part applies.
 */
public final class WorkerSizing {

  /** So that memory for exactly nine workers holds nine, whatever the last bit of a division. */
  private static final double ROUNDING = 1e-9;

  private final Workload workload;
  private final MemoryPools pools;
  private final Optional<WorkerPool> web;
  private final Footprint webFootprint;
  private final Footprint backgroundFootprint;
  private final int webAtPeak;
  private final int backgroundNow;
  private final int backgroundAtPeak;
  private final double demand;
  private final double rest;
  private final Optional<String> refutation;
  private final int needed;
  private final boolean derived;

  /** Prepares the sizing of one machine. */
  public WorkerSizing(Workload workload) {
    this.workload = workload;
    pools = new MemoryPools(workload.host().pools(), workload.presentMemory());
    web = workload.host().web();
    Optional<WorkerPool> background = workload.host().background();
    webAtPeak = web.map(workload::countAtPeak).orElse(0);
    backgroundNow = background.map(WorkerPool::count).orElse(0);
    backgroundAtPeak = background.map(workload::countAtPeak).orElse(0);
    demand = workload.memoryDemand().map(Mebibytes::value).orElse(0.0);
    rest = demand - pools.warm(demand);
    Footprint claimed = Footprint.of(web.orElse(WorkerPool.of(0)), workload.rule().perWorker());
    Footprint claimedBackground =
        Footprint.of(background.orElse(WorkerPool.of(0)), workload.rule().perBackgroundWorker());
    double all = webAtPeak * claimed.added() + backgroundAtPeak * claimedBackground.added();
    boolean refuted = workload.memoryDemand().isPresent() && all > rest;
    double factor = refuted ? rest / all : 1;
    webFootprint = claimed.scaled(factor);
    backgroundFootprint = claimedBackground.scaled(factor);
    refutation = refuted ? Optional.of(refutation(claimed, all)) : Optional.empty();
    derived =
        workload.rule().needed().isEmpty()
            && web.filter(pool -> pool.peakBusy().isPresent()).isEmpty();
    needed = needed();
  }

  private String refutation(Footprint claimed, double all) {
    return "per-worker memory refuted: "
        + webAtPeak
        + " workers of "
        + new Mebibytes(claimed.added())
        + " would take "
        + new Mebibytes(all)
        + ", more than the "
        + new Mebibytes(rest)
        + " there was at the peak; "
        + new Mebibytes(webFootprint.added())
        + " each";
  }

  private int needed() {
    if (workload.rule().needed().isPresent()) {
      return workload.rule().needed().getAsInt();
    }
    int minimum = workload.rule().minimum();
    if (web.isEmpty()) {
      return minimum;
    }
    // more than the maximum would never fit anywhere
    int wanted = web.get().peakBusy().orElseGet(this::derivedCount);
    return Math.max(minimum, Math.min(wanted, workload.rule().maximum()));
  }

  private int derivedCount() {
    VCpus free = workload.requiredVcpus().minusAtLeastNone(workload.coResident());
    return Math.min(web.orElseThrow().count(), WorkerFormula.forVcpus(free, threads()));
  }

  private int threads() {
    return web.map(WorkerPool::threads).orElse(OptionalInt.empty()).orElse(1);
  }

  /** Whether the machine has web workers that are sized with it. */
  public boolean hasWorkers() {
    return web.isPresent();
  }

  /** Whether the needed count was derived, neither configured nor measured. */
  public boolean isNeededDerived() {
    return derived;
  }

  /** Returns what was wrong with the claimed footprint, in words; nothing if it was plausible. */
  public Optional<String> refutation() {
    return refutation;
  }

  /** Returns which footprint is used, in words; nothing without workers. */
  public Optional<String> footprint() {
    return web.map(
        pool ->
            "per worker "
                + new Mebibytes(webFootprint.added())
                + (webFootprint.measured() ? ", measured on the host" : ", the policy's default"));
  }

  /**
   * Returns the size of the buffer pools on a machine with {@code memory}, in MiB, if there are any
   * and they are smaller there than now.
   */
  public Optional<Mebibytes> smallerBufferPool(Mebibytes memory) {
    Optional<Mebibytes> now = pools.bufferPoolOn(workload.presentMemory());
    return pools.bufferPoolOn(memory).filter(size -> !size.covers(now.orElse(Mebibytes.NONE)));
  }

  /** Returns the demand with pools at their configured size, before headroom. */
  public Mebibytes demandWithPools() {
    return new Mebibytes(rest + pools.sizeOn(workload.presentMemory()));
  }

  /** Returns the memory required with the present workers and pools. */
  public Mebibytes requiredNow() {
    return new Mebibytes(
        pools.sizeOn(workload.presentMemory()) + workload.headroom().factor() * rest);
  }

  /**
   * Returns the memory that a type with {@code memory} must have, in MiB: with the needed workers
   * if the machine has workers, else with the present ones. It depends on the type's own memory
   * through the buffer pool.
   */
  public Mebibytes requiredOn(Mebibytes memory) {
    double load =
        web.isPresent()
            ? load(needed, needed < webAtPeak ? fewestBackground(memory) : backgroundNow)
            : rest;
    return new Mebibytes(pools.sizeOn(memory) + workload.headroom().factor() * Math.max(0, load));
  }

  /** Returns the workers of a type; nothing if the machine has no web workers. */
  public Optional<WorkerFit> fit(VCpus sustained, Mebibytes memory) {
    if (web.isEmpty()) {
      return Optional.empty();
    }
    int byVcpus =
        WorkerFormula.forVcpus(sustained.minusAtLeastNone(workload.coResident()), threads());
    int background = backgroundNow;
    WorkerFormula.Held held = held(byVcpus, webThatFit(memory, background));
    if (held.workers() < needed && background > 0) {
      background = fewestBackground(memory);
      held = held(byVcpus, webThatFit(memory, background));
    }
    return Optional.of(
        new WorkerFit(
            held.workers(),
            held.limitedBy(),
            needed,
            workload.host().background().isPresent()
                ? OptionalInt.of(background)
                : OptionalInt.empty(),
            pools.bufferPoolOn(memory)));
  }

  private WorkerFormula.Held held(int byVcpus, OptionalLong byMemory) {
    return WorkerFormula.held(
        byVcpus, byMemory, workload.rule().minimum(), workload.rule().maximum());
  }

  /**
   * Memory left for workers: what the type has, less pools, less headroom, less everything else.
   */
  private double room(Mebibytes memory) {
    return (memory.value() - pools.sizeOn(memory)) / workload.headroom().factor() - rest;
  }

  private OptionalLong webThatFit(Mebibytes memory, int background) {
    if (workload.memoryDemand().isEmpty()) {
      // nothing says that one more would fit
      return OptionalLong.of(web.map(WorkerPool::count).orElse(0));
    }
    double room = room(memory) - change(background - backgroundAtPeak, backgroundFootprint);
    double footprint = room >= 0 ? webFootprint.added() : webFootprint.freed();
    if (footprint == 0) {
      return room >= 0 ? OptionalLong.empty() : OptionalLong.of(0);
    }
    return OptionalLong.of(webAtPeak + (long) Math.floor(room / footprint + ROUNDING));
  }

  /**
   * Where memory is scarce, background workers get no more than their share of what the application
   * has left.
   */
  private int fewestBackground(Mebibytes memory) {
    if (backgroundNow == 0 || backgroundFootprint.added() == 0) {
      return backgroundNow;
    }
    double application =
        room(memory)
            + webAtPeak * webFootprint.freed()
            + backgroundAtPeak * backgroundFootprint.freed();
    double share = workload.rule().backgroundShare().fraction() * application;
    long fitting = (long) Math.floor(share / backgroundFootprint.added());
    return (int) Math.max(1, Math.min(backgroundNow, fitting));
  }

  private double load(int webCount, int backgroundCount) {
    return rest
        + change(webCount - webAtPeak, webFootprint)
        + change(backgroundCount - backgroundAtPeak, backgroundFootprint);
  }

  private static double change(int workers, Footprint footprint) {
    return workers * (workers > 0 ? footprint.added() : footprint.freed());
  }

  /**
   * Returns the memory the recorded peak would have used on a type with {@code memory} and the
   * workers of {@code fit}, without headroom.
   */
  public Mebibytes demandOn(Mebibytes memory, Optional<WorkerFit> fit) {
    double load = fit.map(found -> load(found.holds(), found.background().orElse(0))).orElse(rest);
    return new Mebibytes(Math.max(0, load) + Math.min(pools.warm(demand), pools.sizeOn(memory)));
  }

  /**
   * Returns how much less than was recorded at the peak would have been used on a type with {@code
   * memory} and the workers of {@code fit}: what fewer workers and a smaller buffer pool free. More
   * workers than now are not counted.
   */
  public Mebibytes freedOn(Mebibytes memory, Optional<WorkerFit> fit) {
    return new Mebibytes(Math.max(0, demand - demandOn(memory, fit).value()));
  }

  /** Returns the advice for a type with that fit. */
  public WorkerAdvice advice(WorkerFit fit) {
    return advice(fit, fit.holds(), fit.limitedBy());
  }

  /** Returns the advice to leave the workers as they are. */
  public WorkerAdvice unchanged(WorkerFit fit) {
    return advice(fit, web.orElseThrow().count(), LimitedBy.UNCHANGED);
  }

  private WorkerAdvice advice(WorkerFit fit, int count, LimitedBy limitedBy) {
    return new WorkerAdvice(
        OptionalInt.of(web.orElseThrow().count()),
        count,
        limitedBy,
        fit.needed(),
        workload
            .host()
            .background()
            .map(pool -> OptionalInt.of(pool.count()))
            .orElse(OptionalInt.empty()),
        fit.background(),
        fit.bufferPool(),
        new Mebibytes(webFootprint.added()));
  }
}
