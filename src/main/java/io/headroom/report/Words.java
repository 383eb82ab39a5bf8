package io.headroom.report;

import io.headroom.model.demand.Demand;
import io.headroom.model.demand.Demands;
import io.headroom.model.demand.Resolution;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.LimitedBy;
import io.headroom.model.verdict.Verdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the model calls things, in the words of people. */
final class Words {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final double HUNDREDTHS = 100;
  private static final int SECONDS_PER_MINUTE = 60;

  private Words() {}

  /** Returns a moment to the minute, such as {@code 2026-06-30 18:20 UTC}. */
  static String of(Instant instant) {
    return MINUTE.format(instant);
  }

  /** Returns what a sample is, such as {@code mean of 5 minutes}. */
  static String of(Resolution resolution) {
    int seconds = resolution.seconds();
    boolean whole = seconds % SECONDS_PER_MINUTE == 0;
    int count = whole ? seconds / SECONDS_PER_MINUTE : seconds;
    String unit = (whole ? " minute" : " second") + (count == 1 ? "" : "s");
    return (resolution.maximum() ? "maximum of " : "mean of ") + count + unit;
  }

  /** Returns why a machine runs no more workers. */
  static String of(LimitedBy limit) {
    return switch (limit) {
      case VCPU -> "its vCPUs carry no more";
      case MEMORY -> "its memory holds no more";
      case MINIMUM -> "the policy asks for that many";
      case MAXIMUM -> "the policy allows no more";
      case UNCHANGED -> "nothing asks for another count";
    };
  }

  /** Returns vCPUs to two decimals, for amounts that nothing is decided on. */
  static String roughly(VCpus vcpus) {
    return new VCpus(Math.round(vcpus.value() * HUNDREDTHS) / HUNDREDTHS).toString();
  }

  /** Whether CPU demand was cut off because credits ran out, not because all vCPUs were busy. */
  static boolean isOutOfCredits(Verdict verdict) {
    double asked = verdict.required().map(need -> need.sustained().value()).orElse(0.0);
    return isCpuCutOff(verdict)
        && verdict
            .current()
            .offering()
            .filter(offering -> asked > offering.type().sustained().value())
            .isPresent();
  }

  private static boolean isCpuCutOff(Verdict verdict) {
    return verdict
        .demand()
        .map(Demands::cpu)
        .flatMap(Demand::observed)
        .filter(observed -> observed.censoring().isCensored())
        .isPresent();
  }

  /** Returns {@code text} with its first letter in upper case. */
  static String upperFirst(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
