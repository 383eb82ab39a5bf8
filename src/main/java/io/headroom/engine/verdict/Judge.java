package io.headroom.engine.verdict;

import io.headroom.engine.candidate.Candidate;
import io.headroom.engine.candidate.CandidateSearch;
import io.headroom.engine.candidate.CandidateTable;
import io.headroom.engine.candidate.Need;
import io.headroom.engine.candidate.RiskAssessor;
import io.headroom.engine.candidate.SearchResult;
import io.headroom.engine.candidate.StepFloor;
import io.headroom.engine.demand.DemandAnalysis;
import io.headroom.engine.worker.WorkerFit;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.demand.Censoring;
import io.headroom.model.demand.Demand;
import io.headroom.model.machine.Instance;
import io.headroom.model.policy.Policy;
import io.headroom.model.policy.StepLimit;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.verdict.Current;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.Notice;
import io.headroom.model.verdict.NoticeKind;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.PerformanceRisk;
import io.headroom.model.verdict.Rejection;
import io.headroom.model.verdict.Verdict;
import io.headroom.model.verdict.WorkerAdvice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what a machine is: the first finding that holds, in the order of {@link Finding}. */
public final class Judge {

  /** Options a reader can compare; the rest are names to fall back on. */
  private static final int OPTIONS = 5;

  private final Instance instance;
  private final Policy policy;
  private final Offering present;
  private final DemandAnalysis analysis;
  private final Instant asOf;
  private final Need need;
  private final CandidateSearch candidates;
  private final Optional<WorkerFit> presentFit;
  private final PerformanceRisk presentRisk;
  private final Optional<MonthlyPrice> presentPrice;

  /** Prepares the judgement of one machine from what was read of its samples. */
  public Judge(
      Instance instance,
      Policy policy,
      CandidateTable table,
      Offering present,
      DemandAnalysis analysis,
      Instant asOf) {
    this.instance = instance;
    this.policy = policy;
    this.present = present;
    this.analysis = analysis;
    this.asOf = asOf;
    InstanceType type = present.type();
    need = new NeedReader(instance, policy, type, analysis).read();
    candidates = new CandidateSearch(table, instance, type, policy, need);
    presentFit = need.sizing().fit(type.sustained(), type.memory());
    presentRisk = new RiskAssessor(analysis, need.sizing()).assess(type, presentFit);
    presentPrice = candidates.priceOf(present);
  }

  /** Returns the verdict. */
  public Verdict verdict() {
    return written(draft());
  }

  private Draft draft() {
    List<FindingReason> exclusions = Exclusions.of(instance, policy, asOf);
    if (!exclusions.isEmpty()) {
      return new Draft(Finding.EXCLUDED, exclusions);
    }
    Optional<FindingReason> missing = missing();
    if (missing.isPresent()) {
      return new Draft(Finding.INSUFFICIENT_DATA, List.of(missing.get()));
    }
    List<FindingReason> shortages = Shortages.of(present.type(), need, presentFit);
    if (!shortages.isEmpty()) {
      return underProvisioned(shortages);
    }
    return analysis.idle() ? idle() : rightOrTooLarge();
  }

  private Optional<FindingReason> missing() {
    return analysis
        .demands()
        .cpu()
        .match(
            observed ->
                analysis.isHistoryAtLeast(policy.history().forVerdict())
                    ? Optional.empty()
                    : Optional.of(FindingReason.HISTORY_TOO_SHORT),
            notCollected -> Optional.of(FindingReason.CPU_NOT_COLLECTED));
  }

  private Draft underProvisioned(List<FindingReason> shortages) {
    SearchResult result = candidates.search(stepFloor());
    List<Candidate> chosen = result.fits().stream().filter(fit -> !isPresent(fit)).toList();
    List<FindingReason> reasons = new ArrayList<>(shortages);
    if (chosen.isEmpty()) {
      reasons.add(FindingReason.NOTHING_FITS);
    }
    return new Draft(Finding.UNDER_PROVISIONED, reasons)
        .chosen(chosen)
        .rejected(
            cheaperThan(chosen.stream().findFirst().map(Candidate::price), result, List.of()),
            result.excludedByRule());
  }

  private Draft idle() {
    return new Draft(Finding.IDLE, List.of(FindingReason.NEARLY_NO_LOAD))
        .notice(
            new Notice(
                NoticeKind.IDLE_ADVICE,
                "nearly nothing runs on it: stop it, or snapshot and delete it"
                    + presentPrice.map(price -> "; it costs " + price + " a month").orElse("")));
  }

  private Draft rightOrTooLarge() {
    SearchResult result = candidates.search(stepFloor());
    List<FindingReason> reasons = new ArrayList<>();
    if (isElastic()) {
      reasons.add(FindingReason.ELASTIC_OR_RUNAWAY);
    }
    if (presentPrice.isEmpty()) {
      reasons.add(FindingReason.PRESENT_TYPE_WITHOUT_PRICE);
      return optimized(reasons, result, List.of());
    }
    MonthlyPrice price = presentPrice.get();
    List<Candidate> cheaper = cheaperFits(result, price);
    if (result.fits().isEmpty() || isPresent(result.fits().get(0))) {
      // what is cheaper is so by less than the price tolerance
      return optimized(reasons, result, cheaper);
    }
    Hysteresis hysteresis = new Hysteresis(policy.change(), price, presentRisk);
    List<Candidate> worth = cheaper.stream().filter(hysteresis::isWorth).toList();
    if (worth.isEmpty()) {
      if (!cheaper.isEmpty()) {
        reasons.add(FindingReason.SAVING_BELOW_MINIMUM);
      }
      return optimized(reasons, candidates.searchBelow(stepFloor(), price), cheaper);
    }
    if (Hysteresis.isCoolingDown(instance, policy.change(), asOf)) {
      reasons.add(FindingReason.COOL_DOWN);
      return optimized(reasons, candidates.searchBelow(stepFloor(), price), List.of());
    }
    return cheaperType(worth, reasons, result);
  }

  private List<Candidate> cheaperFits(SearchResult result, MonthlyPrice price) {
    return result.fits().stream()
        .filter(fit -> !isPresent(fit) && fit.price().compareTo(price) < 0)
        .toList();
  }

  private Draft optimized(
      List<FindingReason> reasons, SearchResult result, List<Candidate> tooLittle) {
    return new Draft(Finding.OPTIMIZED, reasons)
        .rejected(cheaperThan(presentPrice, result, tooLittle), result.excludedByRule());
  }

  private Draft cheaperType(
      List<Candidate> worth, List<FindingReason> reasons, SearchResult result) {
    Candidate best = worth.get(0);
    if (isSmallerCpu(best.type())) {
      reasons.add(FindingReason.CPU_OVER_PROVISIONED);
    }
    if (!best.type().memory().covers(present.type().memory())) {
      reasons.add(FindingReason.MEMORY_OVER_PROVISIONED);
    }
    boolean smaller =
        reasons.contains(FindingReason.CPU_OVER_PROVISIONED)
            || reasons.contains(FindingReason.MEMORY_OVER_PROVISIONED);
    if (!smaller) {
      reasons.add(FindingReason.CHEAPER_GENERATION);
    }
    Draft draft =
        new Draft(smaller ? Finding.OVER_PROVISIONED : Finding.OPTIMIZED, reasons)
            .chosen(worth)
            .rejected(
                cheaperThan(Optional.of(best.price()), result, List.of()), result.excludedByRule());
    return result.stepLimited() ? draft.destination(destination(best)) : draft;
  }

  private boolean isSmallerCpu(InstanceType type) {
    return !type.vcpus().covers(present.type().vcpus())
        || !type.sustained().covers(present.type().sustained());
  }

  /** What the machine would be if one change could go all the way. */
  private Optional<Candidate> destination(Candidate step) {
    return candidates.search(StepFloor.NONE).fits().stream()
        .findFirst()
        .filter(best -> best.price().compareTo(step.price()) < 0);
  }

  private StepFloor stepFloor() {
    StepFloor byPolicy = StepFloor.of(policy.change().step(), present.type());
    return analysis.mayReduceFreely(policy.history())
        ? byPolicy
        : byPolicy.with(StepFloor.of(StepLimit.ONE_SIZE, present.type()));
  }

  private boolean isElastic() {
    return isElastic(analysis.demands().cpu()) || isElastic(analysis.demands().memory());
  }

  private static <Q extends Comparable<Q>> boolean isElastic(Demand<Q> demand) {
    return demand
        .observed()
        .filter(observed -> observed.censoring() == Censoring.ELASTIC_OR_RUNAWAY)
        .isPresent();
  }

  private boolean isPresent(Candidate candidate) {
    return candidate.type().name().equals(present.type().name());
  }

  /** Types cheaper than {@code reference} that do not do, nearest price first. */
  private List<Rejection> cheaperThan(
      Optional<MonthlyPrice> reference, SearchResult result, List<Candidate> tooLittle) {
    Optional<MonthlyPrice> limit = reference.or(() -> presentPrice);
    return limit.isEmpty()
        ? List.of()
        : Rejections.cheaperThan(
            limit.get(), result, tooLittle, presentPrice, candidates::listPriceOf);
  }

  private Verdict written(Draft draft) {
    OptionMaker maker =
        new OptionMaker(
            need, new MigrationAdvisor(instance, present.type(), analysis.demands()), presentPrice);
    List<Option> options = maker.options(draft.chosen().stream().limit(OPTIONS).toList());
    List<Notice> notices = new ArrayList<>(NoticeWriter.of(need));
    notices.addAll(draft.notices());
    draft.chosen().stream().findFirst().flatMap(this::bufferPool).ifPresent(notices::add);
    return new Verdict(
        instance,
        asOf,
        policy.name(),
        draft.finding(),
        draft.reasons(),
        new Current(
            present.type().name(),
            Optional.of(present),
            presentPrice,
            analysis.demands().cpu().observed().map(observed -> presentRisk)),
        Optional.of(analysis.demands()),
        Optional.of(need.required()),
        options,
        draft.destination().map(candidate -> maker.option(candidate, 1)),
        draft.chosen().stream().skip(1).map(fit -> fit.type().name()).toList(),
        workers(draft, options),
        draft.rejected(),
        draft.excludedByRule(),
        notices);
  }

  private Optional<Notice> bufferPool(Candidate best) {
    return need.sizing()
        .smallerBufferPool(best.type().memory())
        .map(
            pool ->
                new Notice(
                    NoticeKind.BUFFER_POOL,
                    "set the buffer pool to "
                        + pool
                        + " before the change: it shrinks with the memory"));
  }

  private Optional<WorkerAdvice> workers(Draft draft, List<Option> options) {
    if (draft.finding() == Finding.EXCLUDED || draft.finding() == Finding.INSUFFICIENT_DATA) {
      return Optional.empty();
    }
    return options.isEmpty()
        ? presentFit.map(
            fit -> fit.isEnough() ? need.sizing().advice(fit) : need.sizing().unchanged(fit))
        : options.get(0).workers();
  }
}
