package io.headroom.advice.backtest;

import io.headroom.engine.SizingEngine;
import io.headroom.engine.candidate.CandidateTable;
import io.headroom.engine.candidate.CheapestFit;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.machine.Observation;
import io.headroom.model.policy.Policy;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/** Tries all contenders at one cut of one machine. */
final class MachineTrials {

  private final BacktestPlan plan;
  private final CandidateTable table;
  private final Cut cut;
  private final Observation known;
  private final Offering present;
  private final TestPart part;

  /**
   * Prepares a cut.
   *
   * @param known the machine as it was known at the cut
   * @param present its type then, which has a price
   * @param part the rest of its record
   */
  MachineTrials(
      BacktestPlan plan,
      CandidateTable table,
      Cut cut,
      Observation known,
      Offering present,
      TestPart part) {
    this.plan = plan;
    this.table = table;
    this.cut = cut;
    this.known = known;
    this.present = present;
    this.part = part;
  }

  /** What a policy said. */
  private record Said(Optional<Finding> finding, List<FindingReason> reasons) {
    static final Said NOTHING = new Said(Optional.empty(), List.of());
  }

  /** Returns what each contender would have taken, and what came of it. */
  CutTrial trial() {
    return new CutTrial(
        cut,
        taken(BacktestPlan.PRESENT, Said.NOTHING, present, plan.clairvoyant()),
        plan.contenders().stream().map(this::taken).toList(),
        clairvoyant());
  }

  private Taken taken(Contender contender) {
    Verdict verdict = SizingEngine.evaluate(known, contender.policy(), table, cut.at());
    Offering offering =
        verdict
            .recommended()
            .map(Option::offering)
            .filter(
                option ->
                    contender.growing() == Contender.Growing.AS_RECOMMENDED
                        || isNoLarger(option.type()))
            .orElse(present);
    return taken(
        contender.name(),
        new Said(Optional.of(verdict.finding()), verdict.reasons()),
        offering,
        contender.policy());
  }

  private boolean isNoLarger(InstanceType type) {
    return present.type().vcpus().covers(type.vcpus())
        && present.type().memory().covers(type.memory());
  }

  private Optional<Taken> clairvoyant() {
    return new CheapestFit(table, known.instance(), present.type(), plan.clairvoyant())
        .of(part.wanted(present.type().memory()))
        .map(best -> taken(BacktestPlan.CLAIRVOYANT, Said.NOTHING, best, plan.clairvoyant()));
  }

  private Taken taken(String line, Said said, Offering offering, Policy policy) {
    TestPart.Played played = part.on(offering, present.type(), policy).orElseThrow();
    return new Taken(
        line,
        said.finding(),
        said.reasons(),
        offering.type().name(),
        played.price(),
        played.fared());
  }
}
