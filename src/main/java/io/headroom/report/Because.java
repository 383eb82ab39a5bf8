package io.headroom.report;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.demand.Demand;
import io.headroom.model.demand.Required;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.LimitedBy;
import io.headroom.model.verdict.NoticeKind;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Verdict;
import io.headroom.model.verdict.WorkerAdvice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The verdict in a sentence or two that one can read to a client. Made of numbers, never of names.
 */
public final class Because {

  private static final Set<FindingReason> CUT_OFF =
      EnumSet.of(FindingReason.CPU_CENSORED, FindingReason.MEMORY_CENSORED);

  private Because() {}

  /** Returns the sentences, each with a full stop. */
  public static String of(Verdict verdict) {
    List<String> sentences = new ArrayList<>();
    switch (verdict.finding()) {
      case EXCLUDED, INSUFFICIENT_DATA -> sentences.add(ReasonWords.joined(verdict.reasons()));
      case IDLE -> {
        sentences.add(UsedWords.of(verdict));
        notice(verdict, NoticeKind.IDLE_ADVICE).ifPresent(sentences::add);
      }
      case UNDER_PROVISIONED, OVER_PROVISIONED, OPTIMIZED -> {
        sentences.add(UsedWords.of(verdict));
        sentences.add(shortage(verdict));
        sentences.addAll(conclusion(verdict));
        workers(verdict).ifPresent(sentences::add);
        notice(verdict, NoticeKind.BUFFER_POOL).ifPresent(sentences::add);
      }
    }
    sentences.removeIf(String::isEmpty);
    return String.join(". ", sentences) + ".";
  }

  private static Optional<String> notice(Verdict verdict, NoticeKind kind) {
    return verdict.notices().stream()
        .filter(notice -> notice.kind() == kind)
        .map(notice -> Words.upperFirst(notice.text()))
        .findFirst();
  }

  /** In which way it is too small, unless what it used says so: that it was cut off. */
  private static String shortage(Verdict verdict) {
    return verdict.finding() == Finding.UNDER_PROVISIONED
        ? ReasonWords.joined(
            verdict.reasons().stream().filter(reason -> !CUT_OFF.contains(reason)).toList())
        : "";
  }

  private static List<String> conclusion(Verdict verdict) {
    List<String> sentences = new ArrayList<>();
    verdict.required().ifPresent(required -> sentences.add(need(verdict, required)));
    Optional<Option> recommended = verdict.recommended();
    if (recommended.isEmpty()) {
      sentences.add(Words.upperFirst(stays(verdict)));
      return sentences;
    }
    Option option = recommended.get();
    sentences.add(
        option.instanceType()
            + " has "
            + size(option.offering().type())
            + " for "
            + Amounts.shown(option.price())
            + " a month"
            + option.saving().map(Because::against).orElse(""));
    verdict.destination().ifPresent(later -> sentences.add(destination(later)));
    return sentences;
  }

  private static String need(Verdict verdict, Required required) {
    Optional<InstanceType> present = verdict.current().offering().map(Offering::type);
    Optional<String> cpu =
        present
            .filter(type -> hasVcpus(type, required.vcpus()))
            .flatMap(type -> verdict.demand())
            .flatMap(demands -> kept(demands.cpu()));
    Optional<String> memory =
        present
            .filter(type -> type.memory().equals(required.memory()))
            .flatMap(type -> verdict.demand())
            .flatMap(demands -> kept(demands.memory()));
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

  /** Whether that is what the type counts for: with a shared core, what it sustains. */
  private static boolean hasVcpus(InstanceType type, VCpus vcpus) {
    return vcpus.equals(type.vcpus()) || vcpus.equals(type.sustained());
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

  private static String size(InstanceType type) {
    String sustained = type.isBurstable() ? " (" + type.sustained() + " sustained)" : "";
    return type.vcpus() + " vCPU" + sustained + " and " + type.memory();
  }
}
