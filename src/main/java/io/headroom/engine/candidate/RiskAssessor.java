package io.headroom.engine.candidate;

import io.headroom.engine.demand.DemandAnalysis;
import io.headroom.engine.demand.Usage;
import io.headroom.engine.worker.WorkerFit;
import io.headroom.engine.worker.WorkerSizing;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.demand.Demand;
import io.headroom.model.demand.Traffic;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.PerformanceRisk;
import java.util.Optional;

/**
 * Performance risk of a type, the maximum over its dimensions.
 *
 * <table>
 * <caption>Level of one dimension</caption>
 * <tr><th>peak over capacity</th><td>≤ 80 %</td><td>≤ 95 %</td><td>≤ 100 %</td><td>more, in ≤ 1 % of the
 * slots</td><td>more often, or censored</td></tr>
 * <tr><th>level</th><td>0</td><td>1</td><td>2</td><td>3</td><td>4</td></tr>
 * </table>
 *
 * <p>One more for a demand that is only a lower bound: a mean, or a measure that leaves something
 * out. A momentary maximum above the capacity makes it 1 at least. Censored demand is 4 on a
 * capacity like the one that cut it off, and 2 at least on a larger one: nobody saw how far it
 * would have gone.
 */
public final class RiskAssessor {

  private static final double LOW = 0.80;
  private static final double MEDIUM = 0.95;
  private static final double RARE = 0.01;
  private static final int CENSORED_ON_LARGER = 2;

  private final DemandAnalysis analysis;
  private final WorkerSizing sizing;

  /** Assesses types for the machine of that analysis. */
  public RiskAssessor(DemandAnalysis analysis, WorkerSizing sizing) {
    this.analysis = analysis;
    this.sizing = sizing;
  }

  /** Returns the risk of {@code type} with the workers of {@code fit}. */
  public PerformanceRisk assess(InstanceType type, Optional<WorkerFit> fit) {
    Worst worst = new Worst();
    analysis
        .demands()
        .cpu()
        .observed()
        .ifPresent(observed -> worst.take("CPU", cpu(observed, type)));
    analysis
        .demands()
        .memory()
        .observed()
        .ifPresent(observed -> worst.take("memory", memory(observed, type.memory(), fit)));
    analysis
        .demands()
        .network()
        .ifPresent(
            traffic ->
                worst.take(
                    "network",
                    traffic(traffic, type.limits().network(), type.limits().networkBurst())));
    analysis
        .demands()
        .disk()
        .ifPresent(
            traffic ->
                worst.take(
                    "disk throughput",
                    traffic(traffic, type.limits().disk(), type.limits().diskBurst())));
    analysis
        .demands()
        .iops()
        .ifPresent(
            traffic ->
                worst.take(
                    "disk operations",
                    traffic(traffic, type.limits().iops(), type.limits().iopsBurst())));
    return worst.risk();
  }

  private int cpu(Demand.Observed<VCpus> observed, InstanceType type) {
    VCpus capacity = Need.countedVcpus(type);
    int level =
        level(observed.peak().value() / capacity.value(), analysis.cpu().means(), capacity.value());
    if (observed.momentary().filter(momentary -> !capacity.covers(momentary)).isPresent()) {
      level = Math.max(level, 1);
    }
    if (analysis.cpu().cutOffAt().isPresent()) {
      // credits cut off at what lasts, busy vCPUs at all there are
      VCpus limit = analysis.cpu().byCredits() ? type.sustained() : capacity;
      level =
          analysis.cpu().cutOffAt().get().covers(limit)
              ? PerformanceRisk.HIGHEST
              : Math.max(level, CENSORED_ON_LARGER);
    }
    return observed.evidence().resolution().isLowerBound() ? level + 1 : level;
  }

  private int memory(
      Demand.Observed<Mebibytes> observed, Mebibytes capacity, Optional<WorkerFit> fit) {
    // a percentile or k-th daily peak is below the true peak; the risk is that of the true one
    double above = observed.peak().value() - observed.value().value();
    double used = sizing.demandOn(capacity, fit).value() + above;
    int level = level(used / capacity.value(), analysis.memory().used(), capacity.value());
    if (analysis.memory().cutOffAt().isPresent()) {
      level =
          analysis.memory().cutOffAt().get().covers(capacity)
              ? PerformanceRisk.HIGHEST
              : Math.max(level, CENSORED_ON_LARGER);
    }
    return analysis.memory().understated() ? level + 1 : level;
  }

  private static int level(double utilization, Optional<Usage> usage, double capacity) {
    if (utilization <= LOW) {
      return 0;
    }
    if (utilization <= MEDIUM) {
      return 1;
    }
    if (utilization <= 1) {
      return 2;
    }
    return usage.filter(used -> isRarelyAbove(used, capacity)).isPresent()
        ? PerformanceRisk.HIGHEST - 1
        : PerformanceRisk.HIGHEST;
  }

  private static boolean isRarelyAbove(Usage usage, double capacity) {
    long[] above = new long[1];
    usage.replay((start, seconds, used) -> above[0] += (float) used > (float) capacity ? 1 : 0);
    return above[0] <= RARE * usage.observedSlots();
  }

  private static <Q extends Comparable<Q>> int traffic(
      Traffic<Q> traffic, Optional<Q> baseline, Optional<Q> ceiling) {
    boolean lasts = baseline.filter(limit -> limit.compareTo(traffic.lasting()) < 0).isEmpty();
    boolean bursts = ceiling.filter(limit -> limit.compareTo(traffic.peak()) < 0).isEmpty();
    return lasts && bursts ? 0 : PerformanceRisk.HIGHEST;
  }

  /** The highest level so far, and the first dimension that has it. */
  private static final class Worst {
    private int level;
    private Optional<String> dimension = Optional.empty();

    void take(String name, int found) {
      int bounded = Math.min(PerformanceRisk.HIGHEST, found);
      if (bounded > level) {
        level = bounded;
        dimension = Optional.of(name);
      }
    }

    PerformanceRisk risk() {
      return new PerformanceRisk(level, dimension);
    }
  }
}
