package io.headroom.advice.backtest;

import io.headroom.model.unit.MonthlyPrice;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the trials of machines that are priced in one currency add up to. */
final class FleetTally {

  private final BacktestPlan plan;
  private final Currency currency;
  private final LineTally present = new LineTally(BacktestPlan.PRESENT);
  private final LineTally clairvoyant = new LineTally(BacktestPlan.CLAIRVOYANT);
  private final List<LineTally> contenders;
  private final List<String> ids = new ArrayList<>();
  private int cuts;
  private int withoutClairvoyant;

  FleetTally(BacktestPlan plan, Currency currency) {
    this.plan = plan;
    this.currency = currency;
    this.contenders =
        plan.contenders().stream().map(contender -> new LineTally(contender.name())).toList();
  }

  void add(MachineTrial trial) {
    ids.add(trial.instance().id());
    cuts += trial.cuts().size();
    present.add(trial.cuts(), cut -> Optional.of(cut.present()));
    clairvoyant.add(trial.cuts(), CutTrial::clairvoyant);
    for (int i = 0; i < contenders.size(); i++) {
      int contender = i;
      contenders.get(i).add(trial.cuts(), cut -> Optional.of(cut.contenders().get(contender)));
    }
    withoutClairvoyant +=
        (int) trial.cuts().stream().filter(cut -> cut.clairvoyant().isEmpty()).count();
  }

  /** Returns the ids of the machines. */
  List<String> ids() {
    return ids;
  }

  int cuts() {
    return cuts;
  }

  int withoutClairvoyant() {
    return withoutClairvoyant;
  }

  /** The results of all lines. */
  record Results(List<LineResult> lines, List<Difference> differences) {}

  Results results() {
    List<MachineRatio> ratios =
        Stream.concat(Stream.of(present, clairvoyant), contenders.stream())
            .flatMap(line -> line.ratios().stream())
            .toList();
    Bootstrap bootstrap = new Bootstrap(ratios, plan.resamples(), plan.seed());
    List<LineResult> lines = new ArrayList<>();
    lines.add(line(present, LineResult.Kind.PRESENT, bootstrap));
    contenders.forEach(one -> lines.add(line(one, LineResult.Kind.CONTENDER, bootstrap)));
    lines.add(line(clairvoyant, LineResult.Kind.CLAIRVOYANT, bootstrap));
    return new Results(lines, differences(bootstrap));
  }

  private LineResult line(LineTally tally, LineResult.Kind kind, Bootstrap bootstrap) {
    SortedMap<Measure, Estimate> estimates = new TreeMap<>();
    for (Measure measure : Measure.values()) {
      bootstrap
          .estimate(tally.ratio(measure))
          .ifPresent(estimate -> estimates.put(measure, estimate));
    }
    return new LineResult(
        tally.name(), kind, new MonthlyPrice(tally.price(), currency), estimates, tally.findings());
  }

  private List<Difference> differences(Bootstrap bootstrap) {
    LineTally reference =
        contenders.stream()
            .filter(one -> one.name().equals(plan.reference()))
            .findFirst()
            .orElseThrow();
    List<LineTally> others = new ArrayList<>();
    others.add(present);
    contenders.stream().filter(one -> one != reference).forEach(others::add);
    return others.stream().map(one -> difference(one, reference, bootstrap)).toList();
  }

  private static Difference difference(LineTally one, LineTally reference, Bootstrap bootstrap) {
    SortedMap<Measure, Estimate> estimates = new TreeMap<>();
    for (Measure measure : Measure.values()) {
      bootstrap
          .difference(one.ratio(measure), reference.ratio(measure))
          .ifPresent(estimate -> estimates.put(measure, estimate));
    }
    return new Difference(one.name(), estimates);
  }
}
