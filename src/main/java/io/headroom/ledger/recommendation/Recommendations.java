package io.headroom.ledger.recommendation;

import io.headroom.ledger.content.Content;
import io.headroom.ledger.page.Page;
import io.headroom.ledger.page.PageRequest;
import io.headroom.ledger.run.RunClaim;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The recommendations, one that is open for each machine. They change when a run is over, see
 * {@link io.headroom.ledger.run.Runs#finish}, and when somebody says what is to become of one:
 *
 * <ul>
 *   <li>The same answer again goes on with the recommendation that is open: its evidence is the new
 *       one, its state stays.
 *   <li>Another answer supersedes it, also a dismissed or snoozed one.
 *   <li>A claimed one stays as it is, whatever the run says.
 *   <li>That of a machine that is gone is superseded. That of a machine the run said nothing of
 *       stays as it is.
 * </ul>
 */
public interface Recommendations {

  /**
   * Prepares recommendations; nobody sees them before the run is over. A second draft for a machine
   * replaces the first. All or none are kept.
   *
   * @throws io.headroom.ledger.problem.LostClaimException if the run is not the claim's any more
   */
  void draft(RunClaim claim, List<Draft> drafts);

  /** Returns a recommendation in any state. */
  Optional<Recommendation> find(String id);

  /** Returns the recommendation of a machine that is open. */
  Optional<Recommendation> open(String instanceId);

  /** Returns the evidence of a recommendation, byte by byte as the run gave it. */
  Optional<Content> evidence(String id);

  /** Returns recommendations. */
  Page<Recommendation> list(
      RecommendationFilter filter, RecommendationOrder order, PageRequest page);

  /** Returns what the recommendations add up to that the filter means. */
  RecommendationTotals totals(RecommendationFilter filter);

  /**
   * Changes the state of a recommendation, and puts that into the audit log.
   *
   * @return the recommendation as it is now
   * @throws io.headroom.ledger.problem.UnknownEntryException if there is none of that id
   * @throws io.headroom.ledger.problem.StaleEntryException if the etag is not that of now
   * @throws io.headroom.ledger.problem.RefusedChangeException if its state may not become that one
   */
  Recommendation move(Move move);

  /**
   * Makes those active again whose snooze is over, and returns how many there were. The end of a
   * run does it too.
   */
  int wake(Instant now);
}
