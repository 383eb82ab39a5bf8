package io.headroom.advice;

import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.recording.RecordingReader;
import io.headroom.recording.problem.RecordingProblem;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The machines of a recording, read in a stream: memory does not grow with the fleet. */
record RecordedFleet(RecordingReader reader) implements Fleet {

  @Override
  public Instant until() {
    return reader.recording().recordedUntil();
  }

  @Override
  public List<Instance> instances() {
    return reader.recording().instances();
  }

  @Override
  public List<String> notices() {
    return reader.recording().notices();
  }

  /** A samples file is read from its beginning to its end, whichever machine is wanted. */
  @Override
  public Fleet narrowedTo(String instanceId) {
    return this;
  }

  @Override
  public <R> List<Problem> forEach(
      int parallelism, Function<Observation, R> work, Consumer<R> results)
      throws InterruptedException {
    List<RecordingProblem> unusable =
        reader.forEach(parallelism, machine -> work.apply(machine.observation()), results);
    return Stream.concat(reader.recording().problems().stream(), unusable.stream())
        .map(RecordedFleet::problem)
        .toList();
  }

  private static Problem problem(RecordingProblem problem) {
    String place =
        problem.file() + (problem.line().isPresent() ? ":" + problem.line().getAsLong() : "");
    return new Problem("recording", problem.instanceId().orElse(place), problem.message());
  }
}
