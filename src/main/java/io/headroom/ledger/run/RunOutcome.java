package io.headroom.ledger.run;

import io.headroom.ledger.content.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of a run.
 *
 * @param state how it ended; not {@link RunState#RUNNING}
 * @param problems what went wrong, in order
 * @param summary what it adds up to, as a document that nobody here looks into
 */
public record RunOutcome(
    RunState state, Instant finishedAt, List<RunProblem> problems, Optional<Content> summary) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if the run would not be over
   */
  public RunOutcome {
    problems = List.copyOf(problems);
    if (state == RunState.RUNNING) {
      throw new IllegalArgumentException("Invalid outcome of a run: RUNNING; expected an end");
    }
  }
}
