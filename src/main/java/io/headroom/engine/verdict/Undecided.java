package io.headroom.engine.verdict;

import io.headroom.model.machine.Instance;
import io.headroom.model.verdict.Current;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Verdicts on machines that cannot be judged at all, so that each machine has one. */
public final class Undecided {

  private Undecided() {}

  /**
   * Returns a verdict without a recommendation.
   *
   * @param reason why nothing can be said: no policy makes it {@code EXCLUDED}, all else {@code
   *     INSUFFICIENT_DATA}
   * @param policy name of the policy, empty if none is for the machine
   */
  public static Verdict because(
      FindingReason reason, Instance instance, String policy, Instant asOf) {
    return new Verdict(
        instance,
        asOf,
        policy,
        reason == FindingReason.NO_POLICY ? Finding.EXCLUDED : Finding.INSUFFICIENT_DATA,
        List.of(reason),
        new Current(
            instance.type().present(), Optional.empty(), Optional.empty(), Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        new TreeMap<>(),
        List.of());
  }
}
