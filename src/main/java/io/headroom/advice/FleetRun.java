package io.headroom.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Judges every machine of a fleet, in a stream: memory does not grow with the fleet. */
public final class FleetRun {

  private final Fleet fleet;
  private final Adviser adviser;
  private final int parallelism;

  /**
   * Prepares a run.
   *
   * @param parallelism how many machines are judged at once, 1 or more
   */
  public FleetRun(Fleet fleet, Adviser adviser, int parallelism) {
    this.fleet = fleet;
    this.adviser = adviser;
    this.parallelism = parallelism;
  }

  /**
   * Hands each machine with its verdict to {@code sink}, one at a time, in an order that depends on
   * the fleet alone, and returns what they add up to with all problems met.
   *
   * @throws InterruptedException if this thread is interrupted
   */
  public RunSummary judge(Consumer<Judged> sink) throws InterruptedException {
    FleetTotals totals = new FleetTotals();
    List<Problem> problems =
        new ArrayList<>(
            fleet.forEach(
                parallelism,
                adviser::judge,
                judged -> {
                  totals.add(judged.verdict());
                  sink.accept(judged);
                }));
    problems.addAll(adviser.problems());
    return new RunSummary(totals, problems);
  }
}
