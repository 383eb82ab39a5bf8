package io.headroom.advice.backtest;

import io.headroom.advice.Problem;
import io.headroom.advice.RegionTables;
import io.headroom.catalog.Catalogs;
import io.headroom.engine.candidate.CandidateTable;
import io.headroom.model.catalog.Offering;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Series;
import io.headroom.model.series.SeriesSequence;
import io.headroom.model.unit.Share;
import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tries policies on the past of machines, one machine at a time. Safe for use by several threads;
 * the same machine gives the same trial.
 */
public final class Backtest {

  /** Of a part with more gaps than this nobody knows how it went. */
  private static final double LEAST_OBSERVED = 0.5;

  private final BacktestPlan plan;
  private final RegionTables tables;

  /** Prepares a backtest over the regions of {@code catalogs}. */
  public Backtest(BacktestPlan plan, Catalogs catalogs) {
    this.plan =
        plan.cuts()
            .training()
            .map(
                training ->
                    new BacktestPlan(
                        plan.cuts(),
                        plan.contenders().stream()
                            .map(contender -> contender.trainedOn(training))
                            .toList(),
                        plan.reference(),
                        plan.clairvoyant(),
                        plan.played(),
                        plan.half(),
                        plan.resamples(),
                        plan.seed()))
            .orElse(plan);
    this.tables = new RegionTables(catalogs);
  }

  /** Tries every contender at every cut of a machine. */
  public MachineTrial trial(Observation machine) {
    Instance instance = machine.instance();
    Optional<CandidateTable> table = tables.of(instance);
    if (table.isEmpty()) {
      return leftOut(instance, LeftOut.UNKNOWN_REGION);
    }
    Optional<List<Series>> cpu = played(machine);
    if (cpu.isEmpty()) {
      return leftOut(instance, LeftOut.NO_CPU);
    }
    Optional<TimeRange> record = record(cpu.get());
    List<Cut> cuts = record.map(plan.cuts()::cuts).orElse(List.of());
    if (cuts.isEmpty()) {
      return leftOut(instance, record.isEmpty() ? LeftOut.NO_CPU : LeftOut.TOO_SHORT);
    }
    return trial(machine, cpu.get(), cuts, table.get());
  }

  private MachineTrial trial(
      Observation machine, List<Series> cpu, List<Cut> cuts, CandidateTable table) {
    List<CutTrial> tried = new ArrayList<>();
    LeftOut reason = LeftOut.GAPS;
    for (Cut cut : cuts) {
      if (isObserved(cpu, cut.training()) && isObserved(cpu, cut.test())) {
        Optional<Observation> known = MachineAtCut.of(machine, cut);
        Optional<Offering> present =
            known.flatMap(one -> table.catalog().find(one.instance().type().present()));
        if (present.isEmpty()) {
          reason = LeftOut.UNKNOWN_TYPE;
        } else if (present.get().price().isEmpty()) {
          reason = LeftOut.NO_PRICE;
        } else {
          TestPart.of(machine, cut.test(), table, plan.played())
              .map(
                  part ->
                      new MachineTrials(plan, table, cut, known.orElseThrow(), present.get(), part)
                          .trial())
              .ifPresent(tried::add);
        }
      }
    }
    return tried.isEmpty()
        ? leftOut(machine.instance(), reason)
        : new MachineTrial(machine.instance(), tried, Optional.empty());
  }

  /** Returns one problem for each region without a catalog. */
  public List<Problem> problems() {
    return tables.problems();
  }

  private static MachineTrial leftOut(Instance instance, LeftOut reason) {
    return new MachineTrial(instance, List.of(), Optional.of(reason));
  }

  private Optional<List<Series>> played(Observation machine) {
    Metric metric =
        plan.played() == SampleSeries.MAXIMUM
            ? Metric.CPU_UTILIZATION_MAX
            : Metric.CPU_UTILIZATION_AVG;
    return machine.observations().of(metric).map(SeriesSequence::parts);
  }

  /** From the start of the first observed slot to the end of the last. */
  private static Optional<TimeRange> record(List<Series> parts) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (Series part : parts) {
      for (int slot = 0; slot < part.slots(); slot++) {
        if (part.observed(slot)) {
          first = Math.min(first, part.slotStart(slot));
          last = Math.max(last, part.slotStart(slot) + part.stepSeconds());
        }
      }
    }
    return first > last
        ? Optional.empty()
        : Optional.of(new TimeRange(Instant.ofEpochSecond(first), Instant.ofEpochSecond(last)));
  }

  private static boolean isObserved(List<Series> parts, TimeRange range) {
    long seconds = 0;
    for (Series part : parts) {
      Series inside = part.within(range);
      for (int slot = 0; slot < inside.slots(); slot++) {
        seconds += inside.observed(slot) ? inside.stepSeconds() : 0;
      }
    }
    return Share.of(Math.min(seconds, range.length().toSeconds()), range.length().toSeconds())
            .fraction()
        >= LEAST_OBSERVED;
  }
}
