package io.headroom.advice;

import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Observation;
import io.headroom.model.policy.ExecutionRule;
import io.headroom.model.policy.Policy;
import io.headroom.model.verdict.Verdict;
import java.util.Optional;

/**
 * A machine with its verdict and what it was judged by. It holds the samples: whoever keeps it
 * keeps them.
 *
 * @param grounds what the verdict comes from; absent if no policy is for the machine or its region
 *     is not known
 */
public record Judged(Observation machine, Verdict verdict, Optional<Grounds> grounds) {

  /**
   * What a verdict comes from.
   *
   * @param policy what decided
   * @param execution how recommendations become changes
   * @param catalog the types of the machine's region
   */
  public record Grounds(Policy policy, ExecutionRule execution, RegionCatalog catalog) {}

  static Judged withoutGrounds(Observation machine, Verdict verdict) {
    return new Judged(machine, verdict, Optional.empty());
  }
}
