package io.headroom.advice;

import io.headroom.recording.RecordingReader;
import io.headroom.recording.problem.RecordingProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Judges every machine of a recording, in a stream: memory does not grow with the fleet. */
public final class FleetRun {

  private final RecordingReader recording;
  private final Adviser adviser;
  private final int parallelism;

  /**
   * Prepares a run.
   *
   * @param parallelism how many machines are judged at once, 1 or more
   */
  public FleetRun(RecordingReader recording, Adviser adviser, int parallelism) {
    this.recording = recording;
    this.adviser = adviser;
    this.parallelism = parallelism;
  }

  /**
   * Hands each machine with its verdict to {@code sink}, one at a time, in an order that depends on
   * the recording alone, and returns what they add up to with all problems met.
   *
   * @throws InterruptedException if this thread is interrupted
   */
  public RunSummary judge(Consumer<Judged> sink) throws InterruptedException {
    FleetTotals totals = new FleetTotals();
    List<Problem> problems = new ArrayList<>();
    List<RecordingProblem> unusable =
        recording.forEach(
            parallelism,
            machine -> adviser.judge(machine.observation()),
            judged -> {
              totals.add(judged.verdict());
              sink.accept(judged);
            });
    recording.recording().problems().forEach(problem -> problems.add(of(problem)));
    unusable.forEach(problem -> problems.add(of(problem)));
    problems.addAll(adviser.problems());
    return new RunSummary(totals, problems);
  }

  private static Problem of(RecordingProblem problem) {
    String place =
        problem.file() + (problem.line().isPresent() ? ":" + problem.line().getAsLong() : "");
    return new Problem("recording", problem.instanceId().orElse(place), problem.message());
  }
}
