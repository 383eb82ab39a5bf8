package io.headroom.recording;

import io.headroom.model.machine.Observation;
import io.headroom.model.series.Series;
import io.headroom.recording.problem.RecordingProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A recording read to its end.
 *
 * @param recording what the inventory says
 * @param machines the machines in the order in which they were handed over
 * @param problems what of the samples could not be used
 */
record ReadRecording(
    Recording recording, List<Observation> machines, List<RecordingProblem> problems) {

  static ReadRecording of(Path directory) {
    return of(directory, 2);
  }

  static ReadRecording of(Path directory, int parallelism) {
    RecordingReader reader = RecordingReader.open(directory);
    List<Observation> machines = new ArrayList<>();
    try {
      List<RecordingProblem> problems =
          reader.forEach(parallelism, RecordedMachine::observation, machines::add);
      return new ReadRecording(reader.recording(), machines, problems);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  List<String> ids() {
    return machines.stream().map(machine -> machine.instance().id()).toList();
  }

  List<String> messages() {
    return problems.stream().map(RecordingProblem::message).toList();
  }

  List<String> inventoryMessages() {
    return recording.problems().stream().map(RecordingProblem::message).toList();
  }

  /** Returns the series of a machine. */
  List<Series> series(String id) {
    return machines.stream()
        .filter(machine -> machine.instance().id().equals(id))
        .findFirst()
        .orElseThrow()
        .observations()
        .all();
  }
}
