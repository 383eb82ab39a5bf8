package io.headroom.testing;

import io.headroom.ledger.content.Content;
import io.headroom.ledger.page.Page;
import io.headroom.ledger.page.PageRequest;
import io.headroom.ledger.problem.RefusedChangeException;
import io.headroom.ledger.problem.UnknownEntryException;
import io.headroom.ledger.recommendation.Draft;
import io.headroom.ledger.recommendation.Facts;
import io.headroom.ledger.recommendation.Move;
import io.headroom.ledger.recommendation.Recommendation;
import io.headroom.ledger.recommendation.RecommendationFilter;
import io.headroom.ledger.recommendation.RecommendationOrder;
import io.headroom.ledger.recommendation.RecommendationState;
import io.headroom.ledger.recommendation.RecommendationTotals;
import io.headroom.ledger.recommendation.Recommendations;
import io.headroom.ledger.recommendation.Repetition;
import io.headroom.ledger.recommendation.Standing;
import io.headroom.ledger.run.RunClaim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Recommendations in memory: what is in the order of names, on one page. */
final class InMemoryRecommendations implements Recommendations {

  private final InMemoryInstances instances;
  private final Map<String, SortedMap<String, Draft>> drafts = new HashMap<>();
  private final SortedMap<String, Recommendation> all = new TreeMap<>();
  private final Map<String, Content> evidence = new HashMap<>();
  private Consumer<RunClaim> requireHeld = claim -> {};

  InMemoryRecommendations(InMemoryInstances instances) {
    this.instances = instances;
  }

  void heldBy(Consumer<RunClaim> check) {
    requireHeld = check;
  }

  @Override
  public synchronized void draft(RunClaim claim, List<Draft> some) {
    requireHeld.accept(claim);
    SortedMap<String, Draft> ofRun = drafts.computeIfAbsent(claim.runId(), id -> new TreeMap<>());
    some.forEach(draft -> ofRun.put(draft.facts().instanceId(), draft));
  }

  synchronized void drop(String runId) {
    drafts.remove(runId);
  }

  synchronized void publish(String runId, Instant now) {
    wake(now);
    SortedMap<String, Draft> ofRun = drafts.getOrDefault(runId, new TreeMap<>());
    ofRun.values().forEach(draft -> publish(runId, draft, now));
    openOnes().stream()
        .filter(one -> !ofRun.containsKey(one.facts().instanceId()))
        .filter(one -> instances.isGone(one.facts().instanceId()))
        .forEach(one -> replace(one, RecommendationState.SUPERSEDED, now));
    drafts.remove(runId);
  }

  private void publish(String runId, Draft draft, Instant now) {
    Optional<Recommendation> before = open(draft.facts().instanceId());
    if (before.isPresent() && before.get().standing().state() == RecommendationState.CLAIMED) {
      return;
    }
    boolean isSame = before.filter(one -> one.facts().sameAnswerAs(draft.facts())).isPresent();
    if (before.isPresent() && !isSame) {
      replace(before.get(), RecommendationState.SUPERSEDED, now);
    }
    Recommendation next =
        isSame
            ? again(before.orElseThrow(), runId, draft.facts())
            : first(before, runId, draft, now);
    all.put(next.id(), next);
    evidence.put(next.id(), draft.evidence());
  }

  private static Recommendation again(Recommendation was, String runId, Facts facts) {
    Repetition repetition = was.repetition();
    return new Recommendation(
        was.id(),
        facts,
        was.standing(),
        new Repetition(
            repetition.firstRunId(), runId, repetition.runsInARow() + 1, repetition.since()),
        was.replaces(),
        was.etag() + "+");
  }

  private Recommendation first(
      Optional<Recommendation> before, String runId, Draft draft, Instant now) {
    return new Recommendation(
        String.format(java.util.Locale.ROOT, "rec-%05d", all.size() + 1),
        draft.facts(),
        new Standing(RecommendationState.ACTIVE, now, "run", "", Optional.empty()),
        new Repetition(runId, runId, 1, now),
        before.map(Recommendation::id),
        "1");
  }

  private void replace(Recommendation was, RecommendationState state, Instant now) {
    put(was, new Standing(state, now, "run", "", Optional.empty()));
  }

  private Recommendation put(Recommendation was, Standing standing) {
    Recommendation now =
        new Recommendation(
            was.id(), was.facts(), standing, was.repetition(), was.replaces(), was.etag() + "+");
    all.put(was.id(), now);
    return now;
  }

  @Override
  public synchronized Optional<Recommendation> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public synchronized Optional<Recommendation> open(String instanceId) {
    return openOnes().stream()
        .filter(one -> one.facts().instanceId().equals(instanceId))
        .findFirst();
  }

  private List<Recommendation> openOnes() {
    return new ArrayList<>(all.values())
        .stream().filter(one -> one.standing().state().isOpen()).toList();
  }

  @Override
  public synchronized Optional<Content> evidence(String id) {
    return Optional.ofNullable(evidence.get(id));
  }

  @Override
  public synchronized Page<Recommendation> list(
      RecommendationFilter filter, RecommendationOrder order, PageRequest page) {
    return new Page<>(
        all.values().stream()
            .filter(
                one ->
                    filter.states().isEmpty() || filter.states().contains(one.standing().state()))
            .sorted(
                Comparator.comparing((Recommendation one) -> one.facts().name())
                    .thenComparing(Recommendation::id))
            .toList(),
        Optional.empty());
  }

  @Override
  public RecommendationTotals totals(RecommendationFilter filter) {
    throw new UnsupportedOperationException("no totals in memory");
  }

  @Override
  public synchronized Recommendation move(Move move) {
    Recommendation was =
        find(move.recommendationId())
            .orElseThrow(
                () -> new UnknownEntryException("recommendation", move.recommendationId()));
    if (!was.standing().state().mayBecome(move.to().state())) {
      throw new RefusedChangeException("Cannot change " + was.id());
    }
    return put(was, move.to());
  }

  @Override
  public synchronized int wake(Instant now) {
    List<Recommendation> over =
        openOnes().stream()
            .filter(one -> one.standing().until().filter(until -> !until.isAfter(now)).isPresent())
            .toList();
    over.forEach(one -> replace(one, RecommendationState.ACTIVE, now));
    return over.size();
  }
}
