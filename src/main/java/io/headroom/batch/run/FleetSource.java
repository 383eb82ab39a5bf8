package io.headroom.batch.run;

import io.headroom.advice.Problem;
import io.headroom.recording.RecordingReader;
import java.util.List;

/** Where a run has its machines and samples from. */
@FunctionalInterface
public interface FleetSource {

  /**
   * Asks for what is new and returns everything there is.
   *
   * @throws io.headroom.recording.problem.RecordingException if there is nothing that can be read
   * @throws InterruptedException if this thread is interrupted; what was read is kept
   */
  Gathered gather() throws InterruptedException;

  /**
   * What there is.
   *
   * @param requests how many requests it took
   * @param problems what could not be read
   */
  record Gathered(RecordingReader reader, long requests, List<Problem> problems) {

    /** Copies the list. */
    public Gathered {
      problems = List.copyOf(problems);
    }
  }
}
