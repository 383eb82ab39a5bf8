package io.headroom.advice.backtest;

import io.headroom.advice.Problem;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.recording.RecordingReader;
import io.headroom.recording.problem.RecordingProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tries policies on the past of a recorded fleet, in one pass: a few numbers are kept for each
 * machine, no samples.
 */
public final class BacktestRun {

  private final RecordingReader recording;
  private final BacktestPlan plan;
  private final Backtest backtest;
  private final int parallelism;

  /**
   * Prepares a run.
   *
   * @param parallelism how many machines are tried at once, 1 or more
   */
  public BacktestRun(
      RecordingReader recording, BacktestPlan plan, Backtest backtest, int parallelism) {
    this.recording = recording;
    this.plan = plan;
    this.backtest = backtest;
    this.parallelism = parallelism;
  }

  /**
   * Returns what the fleet adds up to.
   *
   * @param each is called once for each machine that was tried or left out
   * @throws InterruptedException if this thread is interrupted
   */
  public BacktestResult fleet(Runnable each) throws InterruptedException {
    Gathered gathered = new Gathered();
    List<RecordingProblem> unusable =
        recording.forEach(
            parallelism,
            machine ->
                plan.half().has(machine.observation().instance().id())
                    ? Optional.of(backtest.trial(machine.observation()))
                    : Optional.<MachineTrial>empty(),
            trial -> {
              trial.ifPresent(gathered::add);
              each.run();
            });
    return gathered.result(problems(unusable));
  }

  /**
   * Returns every cut of one machine; nothing if the recording has no such machine.
   *
   * @throws InterruptedException if this thread is interrupted
   */
  public Optional<MachineTrial> machine(String id) throws InterruptedException {
    List<MachineTrial> found = new ArrayList<>();
    recording.forEach(
        1,
        machine ->
            machine.observation().instance().id().equals(id)
                ? Optional.of(backtest.trial(machine.observation()))
                : Optional.<MachineTrial>empty(),
        trial -> trial.ifPresent(found::add));
    return found.stream().findFirst();
  }

  private List<Problem> problems(List<RecordingProblem> unusable) {
    return Stream.concat(
            Stream.concat(recording.recording().problems().stream(), unusable.stream())
                .map(
                    problem ->
                        new Problem(
                            "recording",
                            problem.instanceId().orElse(problem.file()),
                            problem.message())),
            backtest.problems().stream())
        .toList();
  }

  /** What was gathered so far: one tally for each currency, since there is no exchange rate. */
  private final class Gathered {
    private final SortedMap<String, FleetTally> tallies = new TreeMap<>();
    private final Map<LeftOut, List<String>> leftOut = new EnumMap<>(LeftOut.class);

    void add(MachineTrial trial) {
      if (trial.leftOut().isPresent()) {
        leaveOut(trial.leftOut().get(), List.of(trial.instance().id()));
        return;
      }
      MonthlyPrice price = trial.cuts().get(0).present().price();
      tallies
          .computeIfAbsent(
              price.currency().getCurrencyCode(), code -> new FleetTally(plan, price.currency()))
          .add(trial);
    }

    private void leaveOut(LeftOut reason, List<String> ids) {
      leftOut.computeIfAbsent(reason, none -> new ArrayList<>()).addAll(ids);
    }

    BacktestResult result(List<Problem> problems) {
      Optional<FleetTally> most =
          tallies.values().stream().max(Comparator.comparingInt(tally -> tally.ids().size()));
      tallies.values().stream()
          .filter(tally -> most.filter(one -> one == tally).isEmpty())
          .forEach(tally -> leaveOut(LeftOut.OTHER_CURRENCY, tally.ids()));
      FleetTally.Results results =
          most.map(FleetTally::results).orElse(new FleetTally.Results(List.of(), List.of()));
      return new BacktestResult(
          plan,
          most.map(tally -> tally.ids().size()).orElse(0),
          most.map(FleetTally::cuts).orElse(0),
          most.map(FleetTally::withoutClairvoyant).orElse(0),
          results.lines(),
          results.differences(),
          new TreeMap<>(leftOut),
          problems);
    }
  }
}
