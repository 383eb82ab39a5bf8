package io.headroom.batch.run;

import io.headroom.advice.Fleet;
import io.headroom.advice.Problem;
import java.util.List;

/** Where a run has its machines and samples from. */
@FunctionalInterface
public interface FleetSource {

  /**
   * Asks for what is new and returns everything there is.
   *
   * @throws io.headroom.ledger.problem.LedgerException if nothing was ever collected
   * @throws InterruptedException if this thread is interrupted; what was read is kept
   */
  Gathered gather() throws InterruptedException;

  /**
   * What there is.
   *
   * @param requests how many requests it took
   * @param problems what could not be read
   */
  record Gathered(Fleet fleet, long requests, List<Problem> problems) {

    /** Copies the list. */
    public Gathered {
      problems = List.copyOf(problems);
    }
  }
}
