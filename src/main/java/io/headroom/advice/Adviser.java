package io.headroom.advice;

import io.headroom.engine.SizingEngine;
import io.headroom.engine.candidate.CandidateTable;
import io.headroom.engine.verdict.Undecided;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.policy.Policy;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives each machine its verdict: the first policy that is for it, the types of its region, the
 * engine. Every machine has exactly one verdict, whatever is missing. Safe for use by several
 * threads.
 */
public final class Adviser {

  private final PolicyChoice policies;
  private final RegionTables tables;
  private final Instant asOf;

  /**
   * Prepares verdicts.
   *
   * @param asOf end of every look-back window
   */
  public Adviser(PolicyChoice policies, RegionTables tables, Instant asOf) {
    this.policies = policies;
    this.tables = tables;
    this.asOf = asOf;
  }

  /** Returns the verdict on one machine. */
  public Verdict verdict(Observation machine) {
    Instance instance = machine.instance();
    Optional<Policy> policy = policies.of(instance);
    if (policy.isEmpty()) {
      return Undecided.because(FindingReason.NO_POLICY, instance, "", asOf);
    }
    Optional<CandidateTable> table = tables.of(instance);
    return table.isEmpty()
        ? Undecided.because(FindingReason.UNKNOWN_REGION, instance, policy.get().name(), asOf)
        : SizingEngine.evaluate(machine, policy.get(), table.get(), asOf);
  }
}
