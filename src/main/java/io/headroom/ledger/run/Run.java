package io.headroom.ledger.run;

import io.headroom.ledger.content.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run.
 *
 * @param holder name of the process that carries it out, or last did
 * @param takeovers how often another process had to go on with it
 * @param leaseIsOver whether the holder of a run that is under way has given no sign of life for
 *     too long; false for one that is over
 * @param problems what went wrong, in order
 * @param summary what it adds up to; absent while it is under way
 */
public record Run(
    String id,
    RunOrder order,
    RunState state,
    Instant startedAt,
    Optional<Instant> finishedAt,
    String holder,
    long takeovers,
    boolean leaseIsOver,
    RunProgress progress,
    List<RunProblem> problems,
    Optional<Content> summary) {

  /** Copies the list. */
  public Run {
    problems = List.copyOf(problems);
  }
}
