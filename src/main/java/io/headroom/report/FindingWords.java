package io.headroom.report;

import io.headroom.model.verdict.Current;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Verdict;

/** Findings as people say them: short enough for a column, or as the head of a page. */
public final class FindingWords {

  private FindingWords() {}

  /** Returns the finding, such as {@code too large}. */
  public static String of(Finding finding) {
    return switch (finding) {
      case EXCLUDED -> "excluded";
      case INSUFFICIENT_DATA -> "no verdict";
      case UNDER_PROVISIONED -> "too small";
      case IDLE -> "idle";
      case OVER_PROVISIONED -> "too large";
      case OPTIMIZED -> "right size";
    };
  }

  /** Returns the finding with what it is about, such as {@code too large: CPU, memory}. */
  static String cell(Verdict verdict) {
    String about = about(verdict);
    return of(verdict.finding()) + (about.isEmpty() ? "" : ": " + about);
  }

  private static String about(Verdict verdict) {
    return String.join(
        ", ",
        verdict.reasons().stream()
            .map(reason -> about(reason, verdict))
            .filter(word -> !word.isEmpty())
            .distinct()
            .toList());
  }

  private static String about(FindingReason reason, Verdict verdict) {
    return switch (reason) {
      case OPTED_OUT -> "opted out";
      case NO_POLICY -> "no policy";
      case FROZEN -> "freeze";
      case STOPPED -> "stopped";
      case UNKNOWN_INSTANCE_TYPE -> "unknown type";
      case UNKNOWN_REGION -> "unknown region";
      case CPU_NOT_COLLECTED -> "no CPU samples";
      case HISTORY_TOO_SHORT -> "short history";
      case CPU_CENSORED -> Words.isOutOfCredits(verdict) ? "CPU credits" : "CPU";
      case CPU_OVER_CAPACITY, CPU_OVER_PROVISIONED -> "CPU";
      case CPU_SHORT_OF_HEADROOM -> "CPU headroom";
      case MEMORY_CENSORED, MEMORY_OVER_CAPACITY, MEMORY_OVER_PROVISIONED -> "memory";
      case MEMORY_SHORT_OF_HEADROOM -> "headroom";
      case WORKERS_DO_NOT_FIT -> "workers";
      case CHEAPER_GENERATION -> "cheaper";
      case SAVING_BELOW_MINIMUM -> "small saving";
      case COOL_DOWN -> "just changed";
      case NOTHING_FITS -> "nothing fits";
      case ELASTIC_OR_RUNAWAY -> "elastic";
      case PRESENT_TYPE_WITHOUT_PRICE -> "no price";
      case NEARLY_NO_LOAD -> "";
    };
  }

  /** Returns the verdict as the first line of a page: what it is, and what to do. */
  static String headline(Verdict verdict) {
    return of(verdict.finding())
        + verdict.recommended().map(option -> ": " + change(verdict.current(), option)).orElse("");
  }

  private static String change(Current current, Option option) {
    String saving =
        option
            .saving()
            .map(
                amount ->
                    (amount.amount().signum() < 0 ? " costs " : " saves ")
                        + Amounts.grouped(amount.rounded().abs())
                        + " "
                        + amount.currency().getCurrencyCode()
                        + (amount.amount().signum() < 0 ? " more a month" : " a month"))
            .orElse(" is recommended");
    return option.instanceType()
        + " instead of "
        + PlainText.forTerminal(current.instanceType())
        + saving;
  }
}
