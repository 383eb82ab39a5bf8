package io.headroom.engine.demand;

import io.headroom.model.demand.Censoring;
import io.headroom.model.policy.HistoryRule;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Whether what was observed of a dimension is enough to make it smaller. */
final class Reduction {

  /** A history may be this much shorter than asked: collection is never to the minute. */
  private static final double TOLERANCE = 0.02;

  private static final double SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

  private Reduction() {}

  /** Whether a history is as long as {@code least}, with 2 % tolerance. */
  static boolean isLongEnough(Duration history, Duration least) {
    return history.toSeconds() >= least.toSeconds() * (1 - TOLERANCE);
  }

  /** Returns the first reason why the dimension keeps its capacity, or nothing if it may shrink. */
  static Optional<String> refusal(Usage usage, Censoring censoring, HistoryRule rule) {
    if (censoring.isCensored()) {
      return Optional.of("its demand was cut off");
    }
    if (!isLongEnough(usage.history(), rule.toReduce())) {
      return Optional.of(
          "only "
              + days(usage.history())
              + " of history, "
              + days(rule.toReduce())
              + " needed to reduce");
    }
    if (!usage.coverage().atLeast(rule.coverage())) {
      return Optional.of(
          "only " + usage.coverage() + " of the samples, " + rule.coverage() + " needed to reduce");
    }
    return Optional.empty();
  }

  static String days(Duration duration) {
    double days = duration.toSeconds() / SECONDS_PER_DAY;
    return String.format(Locale.ROOT, days < 10 ? "%.1f days" : "%.0f days", days);
  }
}
