package io.headroom.oracle;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.machine.InstanceState;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.policy.ChangeRule;
import io.headroom.model.policy.StepLimit;
import io.headroom.model.series.Metric;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Judges a machine by the rules, slowly. */
public final class Oracle {

  private final Question question;
  private final InstanceType present;
  private final Requirement need;
  private final Search search;
  private final Optional<BigDecimal> presentPrice;
  private final List<FindingReason> reasons = new ArrayList<>();

  private Oracle(Question question) {
    this.question = question;
    present = question.present();
    need = new Requirement(question);
    search = Search.of(need, !mayReduceFreely(), question.policy().change().step());
    Offering offering = question.catalog().find(present.name()).orElseThrow();
    presentPrice =
        new Market(question).price(offering).map(price -> price.add(search.surplus(present)));
  }

  /** Returns what the rules say; the calendar, disks and attachments are not part of it. */
  public static Expectation judge(Question question) {
    return new Oracle(question).expectation();
  }

  private Expectation expectation() {
    if (isExcluded()) {
      return expected(Finding.EXCLUDED, Optional.empty());
    }
    if (need.cpu.isEmpty()) {
      reasons.add(FindingReason.CPU_NOT_COLLECTED);
      return expected(Finding.INSUFFICIENT_DATA, Optional.empty());
    }
    long least = question.policy().history().forVerdict().toSeconds();
    if (!Readings.isLongEnough(usageSeconds(), least)) {
      reasons.add(FindingReason.HISTORY_TOO_SHORT);
      return expected(Finding.INSUFFICIENT_DATA, Optional.empty());
    }
    shortOfCpu();
    shortOfMemory();
    boolean derived = need.crew.isNeededDerived();
    if (need.crew.exists() && !derived && need.crew.holds(present) < need.crew.needed()) {
      reasons.add(FindingReason.WORKERS_DO_NOT_FIT);
    }
    if (!reasons.isEmpty()) {
      Optional<Fit> larger =
          ranked(search.fits()).stream().filter(fit -> !isPresent(fit)).findFirst();
      if (larger.isEmpty()) {
        reasons.add(FindingReason.NOTHING_FITS);
      }
      return expected(Finding.UNDER_PROVISIONED, larger);
    }
    if (isIdle()) {
      reasons.add(FindingReason.NEARLY_NO_LOAD);
      return expected(Finding.IDLE, Optional.empty());
    }
    return cheaper();
  }

  private boolean isExcluded() {
    for (String tag : question.policy().change().optOutTags()) {
      String value = question.instance().tags().get(tag);
      if (value != null && !value.equalsIgnoreCase("false")) {
        reasons.add(FindingReason.OPTED_OUT);
        break;
      }
    }
    InstanceState state = question.instance().state();
    if (state == InstanceState.STOPPED || state == InstanceState.SUSPENDED) {
      reasons.add(FindingReason.STOPPED);
    }
    return !reasons.isEmpty();
  }

  private void shortOfCpu() {
    Reading reading = need.cpu.orElseThrow();
    double has = Market.counted(present);
    if (reading.cut().grows() && (Market.sustained(present) < need.sustained || has < need.vcpus)) {
      reasons.add(FindingReason.CPU_CENSORED);
    } else if (has < Rounding.vcpus(reading.value())) {
      reasons.add(FindingReason.CPU_OVER_CAPACITY);
    } else if (has < need.vcpus) {
      reasons.add(FindingReason.CPU_SHORT_OF_HEADROOM);
    }
  }

  private void shortOfMemory() {
    if (need.memory.isEmpty()) {
      return;
    }
    double has = present.memory().value();
    if (need.memory.get().cut().grows() && has < need.memoryFloor) {
      reasons.add(FindingReason.MEMORY_CENSORED);
    } else if (has < need.crew.demandWithPools()) {
      reasons.add(FindingReason.MEMORY_OVER_CAPACITY);
    } else if (need.memoryCeiling.isEmpty() && has < need.crew.requiredOn(has)) {
      reasons.add(FindingReason.MEMORY_SHORT_OF_HEADROOM);
    }
  }

  private boolean isIdle() {
    List<Slot> slots = need.cpu.orElseThrow().slots();
    long quiet = slots.stream().filter(slot -> slot.used() < 0.03).count();
    return Readings.isLongEnough(usageSeconds(), 14 * 86_400L)
        && quiet >= 0.97 * slots.size()
        && isQuiet(Metric.NETWORK_IN, 2000)
        && isQuiet(Metric.NETWORK_OUT, 1000);
  }

  private boolean isQuiet(Metric metric, double rate) {
    List<Double> values = new Dimensions(need).rates(metric);
    long quiet = values.stream().filter(value -> value < rate).count();
    return !values.isEmpty() && quiet >= 0.95 * values.size();
  }

  private Expectation cheaper() {
    if (need.cpu.orElseThrow().cut().isElastic()
        || need.memory.filter(reading -> reading.cut().isElastic()).isPresent()) {
      reasons.add(FindingReason.ELASTIC_OR_RUNAWAY);
    }
    if (presentPrice.isEmpty()) {
      reasons.add(FindingReason.PRESENT_TYPE_WITHOUT_PRICE);
      return expected(Finding.OPTIMIZED, Optional.empty());
    }
    List<Fit> ranked = ranked(search.fits());
    if (ranked.isEmpty() || isPresent(ranked.get(0))) {
      return expected(Finding.OPTIMIZED, Optional.empty());
    }
    List<Fit> cheaper =
        ranked.stream()
            .filter(fit -> !isPresent(fit) && fit.price().compareTo(presentPrice.get()) < 0)
            .toList();
    Optional<Fit> worth = cheaper.stream().filter(this::isWorth).findFirst();
    if (worth.isEmpty()) {
      if (!cheaper.isEmpty()) {
        reasons.add(FindingReason.SAVING_BELOW_MINIMUM);
      }
      return expected(Finding.OPTIMIZED, Optional.empty());
    }
    if (isCoolingDown()) {
      reasons.add(FindingReason.COOL_DOWN);
      return expected(Finding.OPTIMIZED, Optional.empty());
    }
    return smallerOrNewer(worth.get());
  }

  private Expectation smallerOrNewer(Fit fit) {
    InstanceType type = fit.type();
    if (type.vcpus().value() < present.vcpus().value()
        || Market.sustained(type) < Market.sustained(present)) {
      reasons.add(FindingReason.CPU_OVER_PROVISIONED);
    }
    if (type.memory().value() < present.memory().value()) {
      reasons.add(FindingReason.MEMORY_OVER_PROVISIONED);
    }
    boolean smaller =
        reasons.contains(FindingReason.CPU_OVER_PROVISIONED)
            || reasons.contains(FindingReason.MEMORY_OVER_PROVISIONED);
    if (!smaller) {
      reasons.add(FindingReason.CHEAPER_GENERATION);
    }
    return expected(smaller ? Finding.OVER_PROVISIONED : Finding.OPTIMIZED, Optional.of(fit));
  }

  private boolean isWorth(Fit fit) {
    ChangeRule rule = question.policy().change();
    BigDecimal now = presentPrice.orElseThrow();
    BigDecimal saving = now.subtract(fit.price());
    BigDecimal share = now.multiply(BigDecimal.valueOf(rule.minimumSaving().fraction()));
    BigDecimal amount = rule.minimumAmounts().getOrDefault("USD", BigDecimal.ZERO);
    boolean muchSafer = new Risks(need).of(present) - fit.risk() >= 2;
    return muchSafer || (saving.compareTo(share) >= 0 && saving.compareTo(amount) >= 0);
  }

  private boolean isCoolingDown() {
    List<TypeChange> changes = question.instance().type().changes();
    for (int i = 0; i < changes.size(); i++) {
      Instant from = changes.get(i).from();
      Instant until = from.plus(question.policy().change().coolDown());
      boolean isChange = i > 0 || changes.get(i).madeByHeadroom();
      if (isChange && !from.isAfter(question.asOf()) && until.isAfter(question.asOf())) {
        return true;
      }
    }
    return false;
  }

  /** By price; within the tolerance of the cheapest the newer generation first. */
  private List<Fit> ranked(List<Fit> fits) {
    Optional<BigDecimal> cheapest = fits.stream().map(Fit::price).min(Comparator.naturalOrder());
    BigDecimal tolerance =
        BigDecimal.valueOf(question.policy().candidates().priceTolerance().fraction());
    BigDecimal limit =
        cheapest.map(price -> price.add(price.multiply(tolerance))).orElse(BigDecimal.ZERO);
    Comparator<Fit> order =
        Comparator.<Fit>comparingInt(fit -> fit.price().compareTo(limit) > 0 ? 1 : 0)
            .thenComparingInt(
                fit -> fit.price().compareTo(limit) > 0 ? 0 : -fit.type().generation())
            .thenComparing(Fit::price)
            .thenComparingInt(Fit::risk)
            .thenComparingInt(fit -> fit.type().family().equals(present.family()) ? 0 : 1)
            .thenComparingInt(
                fit ->
                    Market.letters(fit.type().family()).equals(Market.letters(present.family()))
                        ? 0
                        : 1)
            .thenComparingDouble(this::doublings)
            .thenComparing(Fit::name);
    return fits.stream().sorted(order).toList();
  }

  private double doublings(Fit fit) {
    double vcpus = fit.type().vcpus().value() / present.vcpus().value();
    double memory = fit.type().memory().value() / present.memory().value();
    return Math.abs(Math.log(vcpus)) + Math.abs(Math.log(memory));
  }

  private boolean isPresent(Fit fit) {
    return fit.name().equals(present.name());
  }

  private long usageSeconds() {
    List<Slot> slots = need.cpu.map(Reading::slots).orElse(List.of());
    return slots.isEmpty() ? 0 : slots.get(slots.size() - 1).end() - slots.get(0).start();
  }

  /** A short history, or one without a month end, allows one size down. */
  private boolean mayReduceFreely() {
    long least = question.policy().history().toReduceFreely().toSeconds();
    if (least == 0) {
      return true;
    }
    boolean monthEnd =
        need.cpu.map(Reading::slots).orElse(List.of()).stream()
            .map(
                slot ->
                    ZonedDateTime.ofInstant(
                        Instant.ofEpochSecond(slot.start()), question.policy().calendar().zone()))
            .anyMatch(time -> time.plusDays(1).getDayOfMonth() == 1);
    return monthEnd
        && Readings.isLongEnough(usageSeconds(), least)
        && need.memory
            .filter(reading -> !Readings.isLongEnough(reading.historySeconds(), least))
            .isEmpty();
  }

  private Expectation expected(Finding finding, Optional<Fit> recommended) {
    Map<String, Expectation.Refused> tried = new TreeMap<>();
    search
        .tried()
        .forEach((name, one) -> tried.put(name, new Expectation.Refused(one.list(), one.fails())));
    return new Expectation(
        finding,
        reasons,
        recommended,
        destination(finding, recommended),
        presentPrice,
        new Expectation.Required(need.vcpus, need.requiredMemory),
        ranked(search.fits()),
        tried);
  }

  private Optional<Fit> destination(Finding finding, Optional<Fit> step) {
    boolean shown = step.isPresent() && finding != Finding.UNDER_PROVISIONED;
    return shown
        ? ranked(Search.of(need, /* oneSize= */ false, StepLimit.NONE).fits()).stream()
            .findFirst()
            .filter(best -> best.price().compareTo(step.get().price()) < 0)
        : Optional.empty();
  }
}
