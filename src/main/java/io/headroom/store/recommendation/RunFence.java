package io.headroom.store.recommendation;

import io.headroom.ledger.problem.LostClaimException;
import io.headroom.ledger.run.RunClaim;
import org.jdbi.v3.core.Handle;

/** Lets nobody change what belongs to a run but who has it. */
public final class RunFence {

  private RunFence() {}

  /**
   * Holds the run until the transaction is over.
   *
   * @throws LostClaimException if it is over, or somebody has taken it over
   */
  public static void hold(Handle handle, RunClaim claim) {
    boolean isHeld =
        handle
            .createQuery(
                """
                SELECT id FROM run
                WHERE id = :id AND epoch = :epoch AND state = 'RUNNING' FOR UPDATE""")
            .bind("id", claim.runId())
            .bind("epoch", claim.epoch())
            .mapTo(String.class)
            .findOne()
            .isPresent();
    if (!isHeld) {
      throw new LostClaimException("run", claim.runId());
    }
  }
}
