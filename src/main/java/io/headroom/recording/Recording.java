package io.headroom.recording;

import io.headroom.model.machine.Instance;
import io.headroom.recording.problem.RecordingProblem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A recording whose inventory has been read and whose samples have not.
 *
 * @param directory its folder
 * @param recordedUntil end of the time that was recorded
 * @param instances the machines, by id
 * @param problems what of the inventory could not be used, by line
 * @param notices what else there is to say of the inventory, such as properties that are not known;
 *     nothing of it costs anything
 */
public record Recording(
    Path directory,
    Instant recordedUntil,
    List<Instance> instances,
    List<RecordingProblem> problems,
    List<String> notices) {

  /** Copies the lists. */
  public Recording {
    instances = List.copyOf(instances);
    problems = List.copyOf(problems);
    notices = List.copyOf(notices);
  }
}
