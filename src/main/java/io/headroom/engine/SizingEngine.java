package io.headroom.engine;

import io.headroom.engine.candidate.CandidateTable;
import io.headroom.engine.demand.DemandAnalysis;
import io.headroom.engine.replay.CreditModes;
import io.headroom.engine.replay.SizeReplay;
import io.headroom.engine.verdict.Judge;
import io.headroom.engine.verdict.NeedReader;
import io.headroom.engine.verdict.Undecided;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.policy.Policy;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * From what was observed of a machine to a verdict: samples → demand → required capacity →
 * candidates with their workers → rank → finding. A pure function: the same arguments give the same
 * verdict.
 */
public final class SizingEngine {

  private SizingEngine() {}

  /**
   * Returns the verdict on one machine.
   *
   * @param machine the machine and its samples
   * @param policy what is asked for
   * @param table the types of the machine's region
   * @param asOf end of the look-back window
   */
  public static Verdict evaluate(
      Observation machine, Policy policy, CandidateTable table, Instant asOf) {
    Optional<Offering> present = table.catalog().find(machine.instance().type().present());
    if (present.isEmpty()) {
      return Undecided.because(
          FindingReason.UNKNOWN_INSTANCE_TYPE, machine.instance(), policy.name(), asOf);
    }
    DemandAnalysis analysis = DemandAnalysis.of(machine, policy, table.catalog(), asOf);
    return new Judge(machine.instance(), policy, table, present.get(), analysis, asOf).verdict();
  }

  /**
   * Returns the demand recorded in {@code window}, to be played on any type; nothing if the present
   * type is not in the catalog.
   *
   * @param machine the machine and its samples
   * @param policy how its samples are read, and how its workers are sized; its look-back is
   *     replaced by the window
   * @param catalog says what the types of the machine's past had
   * @param window the time to play, end exclusive
   */
  public static Optional<SizeReplay> replay(
      Observation machine, Policy policy, RegionCatalog catalog, TimeRange window) {
    Instance instance = machine.instance();
    Policy windowed = policy.withHistory(policy.history().withLookback(window.length()));
    return catalog
        .find(instance.type().present())
        .map(Offering::type)
        .map(
            present -> {
              DemandAnalysis analysis = DemandAnalysis.of(machine, windowed, catalog, window.end());
              return SizeReplay.of(
                  analysis,
                  new NeedReader(instance, windowed, present, analysis).read().sizing(),
                  CreditModes.of(instance, present, policy),
                  instance);
            });
  }
}
