package io.headroom.policy.file;

import io.headroom.model.policy.HistoryRule;
import io.headroom.policy.quantity.QuantityForm;
import java.time.Duration;
import java.util.List;

/** Reads the section {@code history}. */
final class HistoryReader {

  private static final Duration SHORTEST_LOOKBACK = Duration.ofDays(1);
  private static final Duration LONGEST_LOOKBACK = Duration.ofDays(396);

  private HistoryReader() {}

  static HistoryRule read(Section section) {
    HistoryRule rule =
        new HistoryRule(
            section.read("lookback", QuantityForm.DURATION),
            section.read("for_verdict", QuantityForm.DURATION),
            section.read("to_reduce", QuantityForm.DURATION),
            section.read("to_reduce_freely", QuantityForm.DURATION),
            section.read("coverage", QuantityForm.SHARE));
    if (rule.lookback().compareTo(SHORTEST_LOOKBACK) < 0
        || rule.lookback().compareTo(LONGEST_LOOKBACK) > 0) {
      throw section.refuse("lookback", "1d to 396d");
    }
    requireWithinLookback(section, "for_verdict", rule.forVerdict(), rule.lookback());
    requireWithinLookback(section, "to_reduce", rule.toReduce(), rule.lookback());
    return rule;
  }

  /** A longer length would never be reached, so the policy would never do anything. */
  private static void requireWithinLookback(
      Section section, String key, Duration length, Duration lookback) {
    if (length.compareTo(lookback) > 0) {
      throw section.clash(
          List.of("lookback", key),
          List.of(
              "at least history." + key + ", " + section.text(key),
              "at most history.lookback, " + section.text("lookback")));
    }
  }
}
