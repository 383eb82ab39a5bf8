package io.headroom.report;

import io.headroom.model.demand.Demand;
import io.headroom.model.demand.Demands;
import io.headroom.model.demand.Required;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.LimitedBy;
import io.headroom.model.verdict.NoticeKind;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Verdict;
import io.headroom.model.verdict.WorkerAdvice;
import java.math.BigDecimal;
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
        notice(verdict, NoticeKind.IDLE_ADVICE).ifPresent(sentences::add);
      }
      case UNDER_PROVISIONED, OVER_PROVISIONED, OPTIMIZED -> {
        sentences.add(used(verdict));
        sentences.addAll(conclusion(verdict));
        workers(verdict).ifPresent(sentences::add);
        notice(verdict, NoticeKind.BUFFER_POOL).ifPresent(sentences::add);
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
    boolean credits = Words.isOutOfCredits(verdict);
    List<String> parts = new ArrayList<>();
    demands
        .cpu()
        .observed()
        .ifPresent(
            cpu -> parts.add(credits ? throttled(cpu, verdict) : "CPU " + taken(cpu, " vCPU")));
    demands.memory().observed().ifPresent(memory -> parts.add("memory " + taken(memory, "")));
    String what = upperFirst(String.join("; ", parts));
    return demands.memory().observed().isPresent()
        ? what
        : what + "; memory was not measured, so it stays as it is";
  }

  private static <Q extends Comparable<Q>> String taken(Demand.Observed<Q> demand, String unit) {
    String amount = demand.value() + unit;
    String when = " (" + Words.of(demand.evidence().at()) + ")";
    if (demand.censoring().isCensored()) {
      return "reached " + amount + when + ", all it had, so it may need more";
    }
    String statistic = demand.evidence().statistic();
    return statistic.equals("peak")
        ? "peaked at " + amount + when
        : "was " + amount + " at " + statistic + when;
  }

  private static String throttled(Demand.Observed<VCpus> cpu, Verdict verdict) {
    return "CPU peaked at "
        + cpu.value()
        + " vCPU ("
        + Words.of(cpu.evidence().at())
        + "), and was held at "
        + verdict.current().offering().orElseThrow().type().sustained()
        + " vCPU when its credits ran out";
  }

  private static Optional<String> notice(Verdict verdict, NoticeKind kind) {
    return verdict.notices().stream()
        .filter(notice -> notice.kind() == kind)
        .map(notice -> upperFirst(notice.text()))
        .findFirst();
  }

  private static List<String> conclusion(Verdict verdict) {
    List<String> sentences = new ArrayList<>();
    verdict.required().ifPresent(required -> sentences.add(need(verdict, required)));
    Optional<Option> recommended = verdict.recommended();
    if (recommended.isEmpty()) {
      sentences.add(upperFirst(stays(verdict)));
      return sentences;
    }
    Option option = recommended.get();
    sentences.add(
        option.instanceType()
            + " has "
            + size(option.offering().type().vcpus(), option.offering().type().memory())
            + " for "
            + Amounts.shown(option.price())
            + " a month"
            + option.saving().map(Because::against).orElse(""));
    verdict.destination().ifPresent(later -> sentences.add(destination(later)));
    return sentences;
  }

  private static String need(Verdict verdict, Required required) {
    Optional<String> cpu = verdict.demand().flatMap(demands -> kept(demands.cpu()));
    Optional<String> memory = verdict.demand().flatMap(demands -> kept(demands.memory()));
    String vcpus = required.vcpus() + " vCPU";
    if (cpu.isPresent() && cpu.equals(memory)) {
      return "It keeps its " + vcpus + " and " + required.memory() + ": " + cpu.get();
    }
    String sustained =
        required.sustained().value() > 0 ? " (" + required.sustained() + " sustained)" : "";
    return "It needs "
        + vcpus
        + sustained
        + cpu.map(why -> " (what it has: " + why + ")").orElse("")
        + " and "
        + required.memory()
        + memory.map(why -> " (what it has: " + why + ")").orElse("");
  }

  /** Why a dimension keeps its capacity, unless that its demand was cut off says it already. */
  private static <Q extends Comparable<Q>> Optional<String> kept(Demand<Q> demand) {
    return demand
        .observed()
        .filter(observed -> !observed.censoring().isCensored())
        .flatMap(Demand.Observed::whyNotReduced);
  }

  private static String against(MonthlySaving saving) {
    BigDecimal amount = saving.amount();
    MonthlySaving shown = new MonthlySaving(amount.abs(), saving.currency());
    return ", " + Amounts.shown(shown) + (amount.signum() >= 0 ? " less" : " more") + " than now";
  }

  private static String destination(Option later) {
    return "One change goes no further; "
        + later.instanceType()
        + " for "
        + Amounts.shown(later.price())
        + " is where it leads";
  }

  private static String stays(Verdict verdict) {
    String reasons = ReasonWords.joined(verdict.reasons());
    return reasons.isEmpty() ? "no cheaper type holds that" : reasons;
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
    return "Run " + advice.recommended() + " workers" + now + ": " + Words.of(advice.limitedBy());
  }

  private static String size(VCpus vcpus, Mebibytes memory) {
    return vcpus + " vCPU and " + memory;
  }

  private static String upperFirst(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }
}
