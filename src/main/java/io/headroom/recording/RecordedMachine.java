package io.headroom.recording;

import io.headroom.model.machine.Observation;
import io.headroom.recording.problem.RecordingProblem;
import java.util.List;

/**
 * A machine of a recording with its samples.
 *
 * @param observation the machine and every series of it that is whole; no series if it has no
 *     samples
 * @param problems why other series are left out, by line
 */
public record RecordedMachine(Observation observation, List<RecordingProblem> problems) {

  /** Copies the list. */
  public RecordedMachine {
    problems = List.copyOf(problems);
  }
}
