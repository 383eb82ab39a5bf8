package io.headroom.recording.trace;

import io.headroom.recording.problem.RecordingProblem;
import java.time.Instant;
import java.util.List;

/**
 * What came of an import.
 *
 * @param machines how many machines the recording has
 * @param recordedUntil end of its last slot
 * @param problems rows of the trace that could not be used, by line
 */
public record TraceImport(int machines, Instant recordedUntil, List<RecordingProblem> problems) {

  /** Copies the list. */
  public TraceImport {
    problems = List.copyOf(problems);
  }
}
