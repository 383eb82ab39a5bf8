package io.headroom.executor.plan;

import io.headroom.model.policy.ExecutionRule.RunLimit;

/** How many machines one run may change. */
final class PlanLimit {

  private PlanLimit() {}

  /** Returns the smaller of the two limits, rounded down; one machine always may. */
  static int of(RunLimit limit, int fleet) {
    int share = (int) Math.floor(limit.share().fraction() * fleet + 1e-9);
    return Math.max(1, Math.min(limit.machines(), share));
  }
}
