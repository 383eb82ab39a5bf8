package io.headroom.advice;

import io.headroom.catalog.Catalogs;
import io.headroom.engine.SizeTrials;
import io.headroom.engine.SizingEngine;
import io.headroom.engine.candidate.CandidateTable;
import io.headroom.engine.replay.DayDemand;
import io.headroom.engine.verdict.Undecided;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.policy.Policy;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.Verdict;
import io.headroom.policy.PolicyMatch;
import io.headroom.policy.PolicySet;
import io.headroom.policy.UndecidedSelectors;
import io.headroom.policy.file.LoadedPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives each machine its verdict: the first policy that is for it, the types of its region, the
 * engine. Every machine has exactly one verdict, whatever is missing. Safe for use by several
 * threads.
 */
public final class Adviser {

  private final PolicySet policies;
  private final RegionTables tables;
  private final Instant asOf;
  private final UndecidedSelectors undecided = new UndecidedSelectors();

  /**
   * Prepares verdicts.
   *
   * @param asOf end of every look-back window
   */
  public Adviser(PolicySet policies, Catalogs catalogs, Instant asOf) {
    this(policies, new RegionTables(catalogs), asOf);
  }

  /**
   * Prepares verdicts with tables that were prepared before and may be shared: {@link #problems}
   * tells all of their problems.
   *
   * @param asOf end of every look-back window
   */
  public Adviser(PolicySet policies, RegionTables tables, Instant asOf) {
    this.policies = policies;
    this.tables = tables;
    this.asOf = asOf;
  }

  /** Returns the verdict on one machine. */
  public Verdict verdict(Observation machine) {
    return judge(machine).verdict();
  }

  /** Returns the verdict on one machine, with the machine and what it was judged by. */
  public Judged judge(Observation machine) {
    Instance instance = machine.instance();
    PolicyMatch match = policies.choose(instance);
    undecided.note(instance, match);
    if (match.policy().isEmpty()) {
      return Judged.withoutGrounds(
          machine, Undecided.because(FindingReason.NO_POLICY, instance, "", asOf));
    }
    LoadedPolicy loaded = match.policy().get();
    Policy policy = loaded.policy();
    Optional<CandidateTable> table = tables.of(instance);
    if (table.isEmpty()) {
      return Judged.withoutGrounds(
          machine, Undecided.because(FindingReason.UNKNOWN_REGION, instance, policy.name(), asOf));
    }
    return new Judged(
        machine,
        SizingEngine.evaluate(machine, policy, table.get(), asOf),
        Optional.of(new Judged.Grounds(policy, loaded.execution(), table.get().catalog())));
  }

  /** Returns the policy that is for {@code instance}, or nothing if none is. */
  Optional<Policy> policyFor(Instance instance) {
    return policies.choose(instance).policy().map(LoadedPolicy::policy);
  }

  /** Returns the types of the region of {@code instance}, or nothing if it is not known. */
  Optional<CandidateTable> tableFor(Instance instance) {
    return tables.of(instance);
  }

  /** Returns which policy is for {@code instance} and why, or why none is. */
  public String policyReason(Instance instance) {
    return policies.choose(instance).reason();
  }

  /**
   * Returns the demand of one machine by UTC day, read as its verdict reads it; none if there is no
   * policy for it or the catalog does not know it.
   */
  public List<DayDemand> days(Observation machine) {
    return policyFor(machine.instance())
        .flatMap(
            policy ->
                tableFor(machine.instance())
                    .flatMap(table -> SizeTrials.of(machine, policy, table, asOf)))
        .map(SizeTrials::days)
        .orElse(List.of());
  }

  /** Returns the end of every look-back window. */
  public Instant asOf() {
    return asOf;
  }

  /** Returns what could not be told so far: regions without a catalog, selectors that failed. */
  public List<Problem> problems() {
    return Stream.concat(
            tables.problems().stream(),
            undecided.problems().stream()
                .map(problem -> new Problem("selector", problem.policy(), problem.message())))
        .toList();
  }
}
