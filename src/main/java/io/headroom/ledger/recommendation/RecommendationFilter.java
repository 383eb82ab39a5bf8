package io.headroom.ledger.recommendation;

import io.headroom.model.machine.Provider;
import io.headroom.model.verdict.Finding;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which recommendations are meant; an empty set and what is absent leave nothing out.
 *
 * @param states states, such as only those that are open
 * @param text part of an instance id or a name, in any case
 * @param change whether those are meant that would change nothing too
 * @param firstRunId the run that gave the answer first: what is new since the run before it
 */
public record RecommendationFilter(
    Set<RecommendationState> states,
    Set<Finding> findings,
    Set<Provider> providers,
    SortedSet<String> accounts,
    SortedSet<String> regions,
    Optional<String> instanceId,
    Optional<String> text,
    Change change,
    Optional<String> firstRunId) {

  /** All recommendations there ever were. */
  public static final RecommendationFilter ANY =
      new RecommendationFilter(
          Set.of(),
          Set.of(),
          Set.of(),
          new TreeSet<>(),
          new TreeSet<>(),
          Optional.empty(),
          Optional.empty(),
          Change.ANY,
          Optional.empty());

  /** The recommendation of each machine that is open. */
  public static final RecommendationFilter OPEN =
      ANY.withStates(
          EnumSet.of(
              RecommendationState.ACTIVE,
              RecommendationState.CLAIMED,
              RecommendationState.DISMISSED,
              RecommendationState.SNOOZED));

  /** Whether recommendations that change nothing are meant. */
  public enum Change {
    /** Those too. */
    ANY,
    /** Only those with another type. */
    OTHER_TYPE
  }

  /** Copies the sets. */
  public RecommendationFilter {
    states = Set.copyOf(states);
    findings = Set.copyOf(findings);
    providers = Set.copyOf(providers);
    accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
    regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
  }

  /** Returns the filter with these states. */
  public RecommendationFilter withStates(Set<RecommendationState> wanted) {
    return new RecommendationFilter(
        wanted, findings, providers, accounts, regions, instanceId, text, change, firstRunId);
  }

  /** Returns the filter with these findings. */
  public RecommendationFilter withFindings(Set<Finding> wanted) {
    return new RecommendationFilter(
        states, wanted, providers, accounts, regions, instanceId, text, change, firstRunId);
  }

  /** Returns the filter with these providers. */
  public RecommendationFilter withProviders(Set<Provider> wanted) {
    return new RecommendationFilter(
        states, findings, wanted, accounts, regions, instanceId, text, change, firstRunId);
  }

  /** Returns the filter with these accounts. */
  public RecommendationFilter withAccounts(SortedSet<String> wanted) {
    return new RecommendationFilter(
        states, findings, providers, wanted, regions, instanceId, text, change, firstRunId);
  }

  /** Returns the filter with these regions. */
  public RecommendationFilter withRegions(SortedSet<String> wanted) {
    return new RecommendationFilter(
        states, findings, providers, accounts, wanted, instanceId, text, change, firstRunId);
  }

  /** Returns the filter for one machine. */
  public RecommendationFilter withInstance(String wanted) {
    return new RecommendationFilter(
        states,
        findings,
        providers,
        accounts,
        regions,
        Optional.of(wanted),
        text,
        change,
        firstRunId);
  }

  /** Returns the filter for ids and names with this text in them. */
  public RecommendationFilter withText(String wanted) {
    return new RecommendationFilter(
        states,
        findings,
        providers,
        accounts,
        regions,
        instanceId,
        Optional.of(wanted),
        change,
        firstRunId);
  }

  /** Returns the filter for recommendations of another type only. */
  public RecommendationFilter withOtherType() {
    return new RecommendationFilter(
        states,
        findings,
        providers,
        accounts,
        regions,
        instanceId,
        text,
        Change.OTHER_TYPE,
        firstRunId);
  }

  /** Returns the filter for answers that a run gave first. */
  public RecommendationFilter withFirstRun(String wanted) {
    return new RecommendationFilter(
        states,
        findings,
        providers,
        accounts,
        regions,
        instanceId,
        text,
        change,
        Optional.of(wanted));
  }
}
