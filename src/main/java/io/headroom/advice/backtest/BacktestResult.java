package io.headroom.advice.backtest;

import io.headroom.advice.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a backtest of a fleet adds up to.
 *
 * @param plan what was tried on whom
 * @param machines how many machines took part
 * @param cuts how many cuts of machines there were in all
 * @param withoutClairvoyant cuts for which no type at all would have carried the test part
 * @param lines the present sizes, the contenders in their order, the clairvoyant choice; none if no
 *     machine took part
 * @param differences every other line but the clairvoyant's against the reference, in that order
 * @param leftOut ids of the machines that took no part, by reason, ascending
 * @param problems what went wrong without stopping the run, in their order
 */
public record BacktestResult(
    BacktestPlan plan,
    int machines,
    int cuts,
    int withoutClairvoyant,
    List<LineResult> lines,
    List<Difference> differences,
    SortedMap<LeftOut, List<String>> leftOut,
    List<Problem> problems) {

  /** Copies the collections and sorts ids and problems. */
  public BacktestResult {
    lines = List.copyOf(lines);
    differences = List.copyOf(differences);
    SortedMap<LeftOut, List<String>> sorted = new TreeMap<>();
    leftOut.forEach((reason, ids) -> sorted.put(reason, ids.stream().sorted().toList()));
    leftOut = Collections.unmodifiableSortedMap(sorted);
    problems = problems.stream().sorted().toList();
  }

  /** Returns this result with more problems. */
  public BacktestResult with(List<Problem> more) {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(more);
    return new BacktestResult(
        plan, machines, cuts, withoutClairvoyant, lines, differences, leftOut, all);
  }

  /**
   * Returns what a reader must know beside the numbers: who was left out and why, and which
   * policies were content with less history than they ask for.
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    leftOut.forEach((reason, ids) -> notes.add(ids.size() + " left out: " + reason.words()));
    plan.cuts()
        .training()
        .ifPresent(
            training -> {
              List<String> names =
                  plan.contenders().stream()
                      .filter(contender -> contender.asksForMoreThan(training))
                      .map(Contender::name)
                      .toList();
              if (!names.isEmpty()) {
                notes.add(
                    "content with the training part as history, though they ask for more: "
                        + String.join(", ", names));
              }
            });
    if (withoutClairvoyant > 0) {
      notes.add(
          withoutClairvoyant
              + " cuts without a clairvoyant choice: no type carries all that was recorded");
    }
    return List.copyOf(notes);
  }
}
