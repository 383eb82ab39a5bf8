package io.headroom.engine;

import io.headroom.engine.candidate.AverageChoice;
import io.headroom.engine.candidate.CandidateTable;
import io.headroom.engine.candidate.Need;
import io.headroom.engine.candidate.RiskAssessor;
import io.headroom.engine.demand.DemandAnalysis;
import io.headroom.engine.replay.BurstOutcome;
import io.headroom.engine.replay.CreditModes;
import io.headroom.engine.replay.DayDemand;
import io.headroom.engine.replay.DemandByDay;
import io.headroom.engine.replay.ReplayOutcome;
import io.headroom.engine.replay.SizeReplay;
import io.headroom.engine.verdict.NeedReader;
import io.headroom.engine.worker.WorkerFit;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.demand.Demand;
import io.headroom.model.machine.Observation;
import io.headroom.model.policy.Policy;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.Projection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The recorded demand of one machine tried on sizes, read once as the verdict reads it: the same
 * window, the same need, the same workers. Pure, and safe for use by several threads.
 */
public final class SizeTrials {

  private final Need need;
  private final SizeReplay replay;
  private final AverageChoice averages;
  private final Offering present;

  private SizeTrials(Need need, SizeReplay replay, AverageChoice averages, Offering present) {
    this.need = need;
    this.replay = replay;
    this.averages = averages;
    this.present = present;
  }

  /**
   * Reads the demand of {@code machine} in the look-back that ends at {@code asOf}.
   *
   * @param table the types of the machine's region
   * @return nothing if the present type is not in the table
   */
  public static Optional<SizeTrials> of(
      Observation machine, Policy policy, CandidateTable table, Instant asOf) {
    return table
        .catalog()
        .find(machine.instance().type().present())
        .map(present -> read(machine, policy, table, asOf, present));
  }

  private static SizeTrials read(
      Observation machine, Policy policy, CandidateTable table, Instant asOf, Offering present) {
    DemandAnalysis analysis = DemandAnalysis.of(machine, policy, table.catalog(), asOf);
    Need need = new NeedReader(machine.instance(), policy, present.type(), analysis).read();
    return new SizeTrials(
        need,
        SizeReplay.of(
            analysis,
            need.sizing(),
            CreditModes.of(machine.instance(), present.type(), policy),
            machine.instance()),
        new AverageChoice(table, machine.instance(), present.type(), policy, analysis.running()),
        present);
  }

  /** Returns what the machine has now. */
  public Offering present() {
    return present;
  }

  /** Whether CPU was recorded. */
  public boolean hasCpu() {
    return replay.hasCpu();
  }

  /** Whether memory was recorded. */
  public boolean hasMemory() {
    return replay.hasMemory();
  }

  /** Tries a size. */
  public SizeTrial on(Offering offering) {
    ReplayOutcome outcome = replay.play(offering.type());
    Optional<MonthlyPrice> surplus = outcome.burst().flatMap(BurstOutcome::surplus);
    return new SizeTrial(
        offering,
        offering
            .monthly(need.analysis().running())
            .map(price -> surplus.map(price::plus).orElse(price)),
        projection(offering.type(), outcome.workers()),
        need.analysis().demands().cpu().observed().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new RiskAssessor(need.analysis(), need.sizing())
                    .assess(offering.type(), outcome.workers())),
        outcome);
  }

  /** Where the needed workers do not fit, nobody takes workers away: memory is as recorded. */
  private Projection projection(InstanceType type, Optional<WorkerFit> fit) {
    Projection adapted = need.projectionOn(type, fit);
    return fit.filter(found -> !found.isEnough()).isEmpty()
        ? adapted
        : new Projection(
            adapted.cpuPeak(),
            adapted.cpuMean(),
            need.analysis()
                .demands()
                .memory()
                .observed()
                .map(observed -> observed.peak().of(type.memory())));
  }

  /**
   * Returns the cheapest type that carries 95 % of the mean CPU and memory demand; memory that was
   * not recorded is kept. Nothing if CPU was not recorded, or no type does.
   */
  public Optional<Offering> justBelowAverage() {
    Optional<VCpus> cpu = need.analysis().demands().cpu().observed().map(Demand.Observed::mean);
    Mebibytes memory =
        need.analysis()
            .demands()
            .memory()
            .observed()
            .map(Demand.Observed::mean)
            .orElse(present.type().memory());
    return cpu.flatMap(mean -> averages.of(mean, memory));
  }

  /** Returns the recorded demand by UTC day, in the order of time. */
  public List<DayDemand> days() {
    return DemandByDay.of(need.analysis().cpu().means(), need.analysis().memory().used());
  }
}
