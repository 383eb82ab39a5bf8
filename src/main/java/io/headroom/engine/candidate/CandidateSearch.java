package io.headroom.engine.candidate;

import io.headroom.engine.replay.CreditModes;
import io.headroom.engine.worker.WorkerFit;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.machine.Instance;
import io.headroom.model.policy.Policy;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.Share;
import io.headroom.model.verdict.Refusal;
import io.headroom.model.verdict.Rejection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Looks through the types of a region, cheapest first, for those that carry a need. It stops once
 * no dearer type can matter, so burst types are replayed only while they could still win.
 */
public final class CandidateSearch {

  /** Types to find: three options and five fallbacks. */
  private static final int WANTED = 8;

  private final CandidateTable table;
  private final InstanceType present;
  private final Policy policy;
  private final Need need;
  private final Share running;
  private final Eligibility eligibility;
  private final CapacityTest capacity;
  private final RiskAssessor risks;
  private final Ranking ranking;
  private final BurstJudge bursts;

  /** Prepares a search for one machine, whose present type is {@code present}. */
  public CandidateSearch(
      CandidateTable table, Instance instance, InstanceType present, Policy policy, Need need) {
    this.table = table;
    this.present = present;
    this.policy = policy;
    this.need = need;
    this.running = need.analysis().running();
    this.eligibility =
        new Eligibility(present, instance.hardware().architecture(), policy.candidates());
    this.capacity = new CapacityTest(instance, need);
    this.risks = new RiskAssessor(need.analysis(), need.sizing());
    this.ranking = new Ranking(present, policy.candidates().priceTolerance());
    this.bursts =
        new BurstJudge(
            need.analysis().cpu().means(),
            CreditModes.of(instance, present, policy),
            instance.stopped());
  }

  /**
   * Returns the price of a month of {@code offering}, surplus credits included, if it has a price.
   */
  public Optional<MonthlyPrice> priceOf(Offering offering) {
    return offering
        .monthly(running)
        .map(price -> bursts.judge(offering.type()).surplus().map(price::plus).orElse(price));
  }

  /** Returns the price of a month of a candidate without surplus credits. */
  public MonthlyPrice listPriceOf(Candidate candidate) {
    return candidate.offering().monthly(running).orElseThrow();
  }

  /** Looks for types that are not below {@code floor}. */
  public SearchResult search(StepFloor floor) {
    return search(floor, Found::isEnough);
  }

  /**
   * Looks for types that are not below {@code floor}, among all types with a list price below
   * {@code reference}: what a machine that stays as it is was not changed to.
   */
  public SearchResult searchBelow(StepFloor floor, MonthlyPrice reference) {
    return search(floor, (found, price) -> price.compareTo(reference) >= 0);
  }

  private SearchResult search(StepFloor floor, BiPredicate<Found, MonthlyPrice> isFarEnough) {
    Found found = new Found();
    for (Offering shape : customShapes(floor)) {
      shape.monthly(running).ifPresent(price -> consider(shape, price, floor, found));
    }
    for (CandidateTable.Row row : table.rows(running)) {
      if (isFarEnough.test(found, row.price())) {
        break;
      }
      Optional<ExclusionRule> exclusion = eligibility.exclusion(row.offering().type());
      if (exclusion.isPresent()) {
        found.excluded.merge(exclusion.get(), 1, Integer::sum);
      } else {
        consider(row.offering(), row.price(), floor, found);
      }
    }
    found.rejected.sort(
        Comparator.comparing(Rejection::price).thenComparing(Rejection::instanceType));
    return new SearchResult(
        ranking.ranked(found.fits), found.rejected, found.exclusions(), found.stepLimited);
  }

  private void consider(Offering offering, MonthlyPrice price, StepFloor floor, Found found) {
    InstanceType type = offering.type();
    Optional<WorkerFit> fit = need.sizing().fit(type.sustained(), type.memory());
    Optional<Refusal> refusal = refusal(type, fit);
    if (refusal.isEmpty()) {
      refusal = floor.refusal(type);
      found.stepLimited |= refusal.isPresent();
    }
    if (refusal.isPresent()) {
      found.rejected.add(new Rejection(type.name(), price, refusal.get()));
      return;
    }
    considerCredits(offering, price, fit, found);
  }

  private void considerCredits(
      Offering offering, MonthlyPrice price, Optional<WorkerFit> fit, Found found) {
    InstanceType type = offering.type();
    BurstJudge.Judgement judgement = bursts.judge(type);
    boolean isPresent = type.name().equals(present.name());
    if (judgement.refusal().isPresent() && !isPresent) {
      found.rejected.add(new Rejection(type.name(), price, judgement.refusal().get()));
      return;
    }
    MonthlyPrice effective = judgement.surplus().map(price::plus).orElse(price);
    found.add(new Candidate(offering, effective, fit, risks.assess(type, fit)));
  }

  /** The present type is not refused for a count of workers that was only derived. */
  private Optional<Refusal> refusal(InstanceType type, Optional<WorkerFit> fit) {
    boolean exempt =
        type.name().equals(present.name())
            && need.sizing().isNeededDerived()
            && need.sizing().hasWorkers();
    return capacity.refusal(type, exempt ? Optional.empty() : fit);
  }

  /**
   * Shapes that do without the floor come along: the floor refuses them, and a reader sees where
   * the step leads.
   */
  private Collection<Offering> customShapes(StepFloor floor) {
    SortedMap<String, Offering> byName = new TreeMap<>();
    if (policy.candidates().customShapes()) {
      Stream.of(floor, StepFloor.NONE)
          .distinct()
          .flatMap(this::shapesAbove)
          .forEach(offering -> byName.put(offering.type().name(), offering));
    }
    return byName.values();
  }

  private Stream<Offering> shapesAbove(StepFloor floor) {
    CustomShapeSearch search =
        new CustomShapeSearch(
            need,
            floor,
            type ->
                capacity
                    .memory(type, need.sizing().fit(type.sustained(), type.memory()))
                    .isEmpty());
    return table.catalog().customShapes().stream()
        .filter(shapes -> eligibility.allowsSeries(shapes.series()))
        .flatMap(shapes -> search.shapesOf(shapes).stream());
  }

  /** What was found so far. */
  private final class Found {
    private final List<Candidate> fits = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private final Map<ExclusionRule, Integer> excluded = new EnumMap<>(ExclusionRule.class);
    private final Queue<MonthlyPrice> cheapest = new PriorityQueue<>(Comparator.reverseOrder());
    private Optional<MonthlyPrice> least = Optional.empty();
    private boolean stepLimited;

    void add(Candidate candidate) {
      MonthlyPrice price = candidate.price();
      fits.add(candidate);
      cheapest.add(price);
      if (cheapest.size() > WANTED) {
        cheapest.remove();
      }
      least = Optional.of(least.filter(known -> known.compareTo(price) <= 0).orElse(price));
    }

    /** Whether no type of {@code price} or more can be among the wanted. */
    boolean isEnough(MonthlyPrice price) {
      return cheapest.size() == WANTED
          && price.compareTo(cheapest.element()) > 0
          && price.compareTo(ranking.limit(least.orElseThrow())) > 0;
    }

    SortedMap<String, Integer> exclusions() {
      SortedMap<String, Integer> byWords = new TreeMap<>();
      excluded.forEach((rule, count) -> byWords.put(rule.words(), count));
      return byWords;
    }
  }
}
