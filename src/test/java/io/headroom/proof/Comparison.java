package io.headroom.proof;

import io.headroom.engine.SizingEngine;
import io.headroom.engine.candidate.CandidateTable;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Refusal;
import io.headroom.model.verdict.Rejection;
import io.headroom.model.verdict.Verdict;
import io.headroom.oracle.Expectation;
import io.headroom.oracle.Fit;
import io.headroom.oracle.Oracle;
import io.headroom.oracle.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/** Holds a verdict of the engine against what the oracle expects. */
final class Comparison {

  /** Amounts are rounded to 1/10,000 vCPU and 1/1024 MiB; samples are single-precision. */
  private static final double VCPUS = 0.00011;

  private static final double MIB = 0.002;
  private static final double MONEY = 0.0001;

  private static final ConcurrentMap<String, CandidateTable> TABLES = new ConcurrentHashMap<>();

  private final Question question;
  private final Verdict verdict;
  private final Expectation expected;
  private final List<String> differences = new ArrayList<>();

  Comparison(Question question) {
    this.question = question;
    this.verdict = verdict(question);
    this.expected = Oracle.judge(question);
  }

  /** Returns the engine's verdict. */
  static Verdict verdict(Question question) {
    CandidateTable table =
        TABLES.computeIfAbsent(
            question.catalog().region(), region -> CandidateTable.of(question.catalog()));
    return SizingEngine.evaluate(question.machine(), question.policy(), table, question.asOf());
  }

  Finding finding() {
    return verdict.finding();
  }

  /** Returns in what the engine differs from the oracle, in words; empty if in nothing. */
  List<String> differences() {
    differences.clear();
    compare();
    return List.copyOf(differences);
  }

  /** Returns the laws of a good recommendation that this one breaks, in words. */
  List<String> brokenLaws() {
    differences.clear();
    sufficient();
    cheapest();
    return List.copyOf(differences);
  }

  private void compare() {
    same("finding", verdict.finding(), expected.finding());
    same("reasons", verdict.reasons(), expected.reasons());
    same(
        "recommended",
        verdict.recommended().map(Option::instanceType),
        expected.recommended().map(Fit::name));
    same(
        "destination",
        verdict.destination().map(Option::instanceType),
        expected.destination().map(Fit::name));
    verdict
        .required()
        .ifPresent(
            required -> {
              near("vCPUs", required.vcpus().value(), expected.required().vcpus(), VCPUS);
              near("MiB", required.memory().value(), expected.required().memory(), MIB);
            });
    money("present price", verdict.current().price(), expected.presentPrice());
    money(
        "price of the recommendation",
        verdict.recommended().map(Option::price),
        expected.recommended().map(Fit::price));
    risks();
    rejected();
  }

  private void risks() {
    Map<String, Integer> risks =
        expected.fits().stream()
            .collect(Collectors.toMap(Fit::name, Fit::risk, (one, other) -> one));
    for (Option option : verdict.options()) {
      same(
          "risk of " + option.instanceType(),
          option.risk().level(),
          risks.getOrDefault(option.instanceType(), -1));
    }
  }

  /** Each cheaper type of the candidate rules that does not do is listed, with why. */
  private void rejected() {
    Optional<BigDecimal> reference =
        expected.recommended().map(Fit::price).or(expected::presentPrice);
    boolean listed =
        verdict.finding() == Finding.UNDER_PROVISIONED
            || verdict.finding() == Finding.OVER_PROVISIONED
            || verdict.finding() == Finding.OPTIMIZED;
    if (!listed || reference.isEmpty()) {
      return;
    }
    Map<String, String> wanted = new HashMap<>();
    expected
        .tried()
        .forEach(
            (name, tried) -> {
              if (tried.fails().isPresent() && tried.list().compareTo(reference.get()) < 0) {
                wanted.put(name, tried.fails().get());
              }
            });
    for (Rejection rejection : verdict.rejected()) {
      String dimension = dimension(rejection.refusal());
      if (!dimension.isEmpty()) {
        same(
            "rejected " + rejection.instanceType(),
            dimension,
            String.valueOf(wanted.remove(rejection.instanceType())));
      }
    }
    if (!wanted.isEmpty()) {
      differences.add("not rejected: " + wanted);
    }
  }

  /** Returns the dimension as the oracle calls it; empty for a type that would carry the need. */
  private static String dimension(Refusal refusal) {
    if (refusal instanceof Refusal.ShortOf shortOf) {
      return shortOf.what();
    }
    if (refusal instanceof Refusal.HoldsWorkers) {
      return "workers";
    }
    if (refusal instanceof Refusal.BelowHalf half) {
      return "half of " + half.what();
    }
    return refusal instanceof Refusal.Throttled || refusal instanceof Refusal.CreditsNotJudged
        ? "credits"
        : "";
  }

  private void sufficient() {
    verdict
        .recommended()
        .ifPresent(
            option -> {
              double vcpus = option.offering().type().vcpus().value();
              double memory = option.offering().type().memory().value();
              if (vcpus < expected.required().vcpus() - VCPUS) {
                differences.add("recommends " + vcpus + " vCPUs: " + expected.required());
              }
              boolean workers = question.machine().instance().host().web().isPresent();
              if (!workers
                  && question.machine().instance().host().pools().isEmpty()
                  && memory < expected.required().memory() - MIB) {
                differences.add("recommends " + memory + " MiB: " + expected.required());
              }
            });
  }

  private void cheapest() {
    BigDecimal factor =
        BigDecimal.ONE.add(
            BigDecimal.valueOf(question.policy().candidates().priceTolerance().fraction() + 1e-9));
    verdict
        .recommended()
        .ifPresent(
            option ->
                expected.fits().stream()
                    .filter(fit -> !fit.name().equals(verdict.current().instanceType()))
                    .filter(
                        fit -> fit.price().multiply(factor).compareTo(option.price().amount()) < 0)
                    .forEach(
                        fit ->
                            differences.add(
                                fit.name() + " is cheaper than " + option.instanceType())));
  }

  private void same(String what, Object actual, Object wanted) {
    if (!actual.equals(wanted)) {
      differences.add(what + ": " + actual + ", the oracle says " + wanted);
    }
  }

  private void near(String what, double actual, double wanted, double tolerance) {
    if (!(Math.abs(actual - wanted) <= tolerance)) {
      differences.add(what + ": " + actual + ", the oracle says " + wanted);
    }
  }

  private void money(String what, Optional<MonthlyPrice> actual, Optional<BigDecimal> wanted) {
    same(what + " known", actual.isPresent(), wanted.isPresent());
    if (actual.isPresent() && wanted.isPresent()) {
      near(what, actual.get().amount().doubleValue(), wanted.get().doubleValue(), MONEY);
    }
  }
}
