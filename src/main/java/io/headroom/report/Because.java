package io.headroom.report;

import io.headroom.model.demand.Demand;
import io.headroom.model.demand.Demands;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.LimitedBy;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Verdict;
import io.headroom.model.verdict.WorkerAdvice;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The verdict in a sentence or two that one can read to a client. Made of numbers, never of names.
 */
final class Because {

  private Because() {}

  static String of(Verdict verdict) {
    List<String> sentences = new ArrayList<>();
    switch (verdict.finding()) {
      case EXCLUDED, INSUFFICIENT_DATA -> sentences.add(ReasonWords.joined(verdict.reasons()));
      case IDLE -> {
        sentences.add(used(verdict));
        sentences.add(ReasonWords.joined(verdict.reasons()));
      }
      case UNDER_PROVISIONED, OVER_PROVISIONED, OPTIMIZED -> {
        sentences.add(used(verdict));
        sentences.add(conclusion(verdict));
        workers(verdict).ifPresent(sentences::add);
      }
    }
    sentences.removeIf(String::isEmpty);
    return String.join(". ", sentences) + ".";
  }

  private static String used(Verdict verdict) {
    if (verdict.demand().isEmpty()) {
      return "";
    }
    Demands demands = verdict.demand().get();
    List<String> parts = new ArrayList<>();
    demands.cpu().observed().ifPresent(cpu -> parts.add("CPU " + needed(cpu, " vCPU")));
    demands.memory().observed().ifPresent(memory -> parts.add("memory " + needed(memory, "")));
    String what = String.join(" and ", parts);
    return demands.memory().observed().isPresent()
        ? upperFirst(what)
        : upperFirst(what) + "; memory is not known, so it is kept";
  }

  private static <Q extends Comparable<Q>> String needed(Demand.Observed<Q> demand, String unit) {
    return (demand.censoring().isCensored() ? "demand is at least " : "demand was ")
        + demand.value()
        + unit
        + " ("
        + demand.evidence().statistic()
        + ", "
        + demand.evidence().at().truncatedTo(ChronoUnit.MINUTES)
        + ")";
  }

  private static String conclusion(Verdict verdict) {
    String need =
        verdict
            .required()
            .map(required -> "it needs " + size(required.vcpus(), required.memory()))
            .orElse("");
    Optional<Option> recommended = verdict.recommended();
    if (recommended.isEmpty()) {
      return joined(upperFirst(need), stays(verdict));
    }
    Option option = recommended.get();
    String holds =
        option.instanceType()
            + " has "
            + size(option.offering().type().vcpus(), option.offering().type().memory())
            + " for "
            + Amounts.shown(option.price())
            + " a month"
            + option.saving().map(Because::against).orElse("");
    return joined(upperFirst(need), holds + step(verdict));
  }

  private static String against(MonthlySaving saving) {
    BigDecimal amount = saving.amount();
    MonthlySaving shown = new MonthlySaving(amount.abs(), saving.currency());
    return ", " + Amounts.shown(shown) + (amount.signum() >= 0 ? " less" : " more") + " than now";
  }

  private static String step(Verdict verdict) {
    return verdict
        .destination()
        .map(
            destination ->
                "; one change goes no further, "
                    + destination.instanceType()
                    + " for "
                    + Amounts.shown(destination.price())
                    + " is where it leads")
        .orElse("");
  }

  private static String stays(Verdict verdict) {
    String reasons = ReasonWords.joined(verdict.reasons());
    return reasons.isEmpty()
        ? "no cheaper type holds that"
        : reasons.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + reasons.substring(1);
  }

  private static Optional<String> workers(Verdict verdict) {
    return verdict
        .workers()
        .filter(advice -> advice.limitedBy() != LimitedBy.UNCHANGED)
        .filter(advice -> advice.current().orElse(-1) != advice.recommended())
        .map(Because::workers);
  }

  private static String workers(WorkerAdvice advice) {
    String now = advice.current().isPresent() ? " instead of " + advice.current().getAsInt() : "";
    return "Run "
        + advice.recommended()
        + " workers"
        + now
        + ", bound by "
        + advice.limitedBy().id();
  }

  private static String size(VCpus vcpus, Mebibytes memory) {
    return vcpus + " vCPU and " + memory;
  }

  private static String joined(String one, String other) {
    return one.isEmpty() ? upperFirst(other) : one + "; " + other;
  }

  private static String upperFirst(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }
}
