package io.headroom.ledger.run;

import io.headroom.ledger.page.Page;
import io.headroom.ledger.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The runs. Of several processes one carries out a run, and another goes on with it when that one
 * is dead. Beginnings and ends are put into the audit log.
 */
public interface Runs {

  /**
   * Begins a run, unless one of its job is under way or there was one for its occurrence. A run
   * whose holder is dead is under way still, until it is taken over.
   */
  RunAdmission begin(RunOrder order, Holder holder, Instant now);

  /**
   * Takes over the oldest run whose holder has given no sign of life for longer than its lease.
   * What it had prepared of recommendations is dropped: whoever takes over begins again.
   *
   * @return nothing if every holder is alive
   */
  Optional<RunClaim> takeOver(Holder holder);

  /** Gives a sign of life; returns whether the run is still the claim's. */
  boolean renew(RunClaim claim, Duration lease);

  /**
   * Says how far it is.
   *
   * @throws io.headroom.ledger.problem.LostClaimException if the run is not the claim's any more
   */
  void progress(RunClaim claim, RunProgress progress);

  /**
   * Ends a run. If it has a result, the recommendations that were prepared in it replace those of
   * before, all at once; else they are dropped.
   *
   * @throws io.headroom.ledger.problem.LostClaimException if the run is not the claim's any more;
   *     nothing is changed then
   */
  void finish(RunClaim claim, RunOutcome outcome);

  /**
   * Notes that an occurrence was missed and will not be caught up. If there was a run for it,
   * nothing changes and that one is returned.
   *
   * @throws IllegalArgumentException if the order is for no occurrence
   */
  Run skip(RunOrder missed, String reason, Instant now);

  /** Returns a run. */
  Optional<Run> find(String id);

  /** Returns the run of a job that is under way, be its holder dead or alive. */
  Optional<Run> underWay(String job);

  /** Returns the newest run of a job that has a result. */
  Optional<Run> lastWithResult(String job);

  /** Returns runs, newest first. */
  Page<Run> list(RunFilter filter, PageRequest page);
}
