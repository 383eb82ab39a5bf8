package io.headroom.engine.demand;

import io.headroom.model.machine.Instance;
import io.headroom.model.policy.Calendar;
import io.headroom.model.policy.NamedRange;
import io.headroom.model.policy.Policy;
import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How time is looked at for one verdict: the look-back window, what is cut from it, what is kept
 * beyond it, and when the machine was settling after a start.
 *
 * @param window the look-back window
 * @param settling 15 minutes after each start and resize
 * @param leftOut windows the policy leaves out
 * @param stopped when the machine is known to have been stopped
 * @param kept named peaks, also before the window
 */
record Frame(
    TimeRange window,
    List<TimeRange> settling,
    List<NamedRange> leftOut,
    List<TimeRange> stopped,
    List<NamedRange> kept) {

  /** After a start, caches fill and units boot: that load is not the workload's. */
  private static final Duration SETTLING_TIME = Duration.ofMinutes(15);

  /** How far back a named peak is looked for: a year and a month has every yearly one. */
  private static final Duration KEPT_FOR = Duration.ofDays(396);

  static Frame of(Instance instance, Policy policy, Instant asOf) {
    TimeRange window = TimeRange.endingAt(asOf, policy.history().lookback());
    TimeRange all = TimeRange.endingAt(asOf, KEPT_FOR);
    Calendar calendar = policy.calendar();
    List<TimeRange> settling = new ArrayList<>();
    instance.launched().ifPresent(start -> settling.add(settlingFrom(start)));
    instance.stopped().forEach(range -> settling.add(settlingFrom(range.end())));
    instance.type().changes().forEach(change -> settling.add(settlingFrom(change.from())));
    return new Frame(
        window,
        List.copyOf(settling),
        calendar.leftOut(all),
        instance.stopped(),
        calendar.kept(all));
  }

  private static TimeRange settlingFrom(Instant start) {
    return TimeRange.startingAt(start, SETTLING_TIME);
  }

  /**
   * Returns the time inside {@code range} that is neither left out nor known stopped, in seconds.
   */
  long secondsExpected(TimeRange range) {
    List<TimeRange> cuts = new ArrayList<>(stopped);
    leftOut.forEach(named -> cuts.add(named.range()));
    cuts.sort(java.util.Comparator.comparing(TimeRange::start));
    long cut = 0;
    long reached = range.start().getEpochSecond();
    long end = range.end().getEpochSecond();
    for (TimeRange one : cuts) {
      long from = Math.max(reached, one.start().getEpochSecond());
      long until = Math.min(end, one.end().getEpochSecond());
      if (until > from) {
        cut += until - from;
        reached = until;
      }
    }
    return end - range.start().getEpochSecond() - cut;
  }
}
