package io.headroom.engine.replay;

import io.headroom.engine.demand.Usage;
import io.headroom.model.catalog.Burst;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.unit.VCpus;
import java.time.Duration;
import java.util.List;

/**
 * The recorded CPU means played on a burstable EC2 type. Source of the recurrence: EC2 User Guide,
 * "Unlimited mode concepts"; for one slot, in credits,
 *
 * <pre>
 *   use = vCPUs used × minutes           earn = earned an hour × hours
 *   standard:  balance' = min(maximum, balance + earn − use), throttled if that is below 0
 *   unlimited: a = balance − surplus + earn − use
 *              a ≥ 0: balance' = min(maximum, a), surplus' = 0
 *              a &lt; 0: balance' = 0, surplus' = min(maximum, −a), the rest is charged
 * </pre>
 *
 * <table>
 * <caption>t3.medium (24 an hour, at most 576) at 40 % of 2 vCPUs for 48 hours</caption>
 * <tr><th>mode</th><th>from</th><th>balance</th><th>surplus</th><th>charged</th></tr>
 * <tr><td>standard</td><td>576</td><td>0</td><td>–</td><td>–</td></tr>
 * <tr><td>unlimited</td><td>576</td><td>0</td><td>576</td><td>0</td></tr>
 * <tr><td>unlimited</td><td>0</td><td>0</td><td>576</td><td>576</td></tr>
 * </table>
 *
 * <p>The play starts from a balance of zero, with launch credits where the type gets them. It is
 * judged after the first 24 hours, when a real machine would have earned what it can hold; the
 * warm-up is counted apart. A slot without a sample spends what it earns. A stop ends what was
 * accrued: T2 loses its balance and starts with new launch credits, the others keep theirs for
 * seven days; surplus that is owed is charged.
 */
public final class CreditReplay {

  private static final long WARM_UP_SECONDS = 24 * 3600;
  private static final Duration KEPT_AFTER_STOP = Duration.ofDays(7);
  private static final double SECONDS_PER_MINUTE = 60;
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double MINUTES_PER_HOUR = 60;

  /**
   * Samples are single-precision: a use that exceeds what is there by less than this is rounding.
   */
  private static final double ROUNDING = 1e-6;

  private final Burst.Credits credits;
  private final CreditMode mode;
  private final double vcpus;
  private double balance;
  private double launchCredits;
  private double surplus;
  private double charged;
  private long firstSlot = Long.MIN_VALUE;
  private double owedAtWarm;
  private long throttled;
  private long throttledInWarmUp;
  private double lowest = Double.MAX_VALUE;
  private double judgedHours;
  private final List<TimeRange> stopped;
  private int stopsSeen;

  private CreditReplay(
      Burst.Credits credits, CreditMode mode, VCpus vcpus, List<TimeRange> stopped) {
    this.credits = credits;
    this.mode = mode;
    this.vcpus = vcpus.value();
    this.stopped = stopped;
    this.launchCredits = creditsAtLaunch();
  }

  private double creditsAtLaunch() {
    return mode == CreditMode.STANDARD ? credits.atLaunch() : 0;
  }

  /**
   * Plays the look-back window of {@code means} from a balance of zero on a type with {@code
   * vcpus}.
   *
   * @param stopped when the machine was stopped, in the order of time
   */
  public static CreditOutcome play(
      Usage means, Burst.Credits credits, CreditMode mode, VCpus vcpus, List<TimeRange> stopped) {
    CreditReplay replay = new CreditReplay(credits, mode, vcpus, stopped);
    means.replay(replay::slot);
    return replay.outcome();
  }

  /** As {@link #play} of a machine that never stops, from a balance of {@code balance} credits. */
  static CreditReplay from(double balance, Burst.Credits credits, CreditMode mode, VCpus vcpus) {
    CreditReplay replay = new CreditReplay(credits, mode, vcpus, List.of());
    replay.balance = balance;
    return replay;
  }

  void slot(long start, int seconds, double used) {
    boolean first = firstSlot == Long.MIN_VALUE;
    if (first) {
      firstSlot = start;
    }
    while (stopsSeen < stopped.size() && stopped.get(stopsSeen).end().getEpochSecond() <= start) {
      if (!first) {
        stop(stopped.get(stopsSeen));
      }
      stopsSeen++;
    }
    boolean warm = start - firstSlot >= WARM_UP_SECONDS;
    if (warm && judgedHours == 0) {
      owedAtWarm = charged + surplus;
    }
    double use = Math.min(used, vcpus) * seconds / SECONDS_PER_MINUTE;
    double earn = credits.earnedPerHour() * seconds / SECONDS_PER_HOUR;
    if (mode == CreditMode.STANDARD) {
      standard(use, earn, warm);
    } else {
      unlimited(use, earn);
    }
    if (warm) {
      judgedHours += seconds / SECONDS_PER_HOUR;
      lowest = Math.min(lowest, balance);
    }
  }

  private void stop(TimeRange range) {
    charged += surplus;
    surplus = 0;
    if (!credits.keptAtStop() || range.length().compareTo(KEPT_AFTER_STOP) > 0) {
      balance = 0;
    }
    launchCredits = creditsAtLaunch();
  }

  private void standard(double use, double earn, boolean warm) {
    double fromLaunch = Math.min(launchCredits, use);
    launchCredits -= fromLaunch;
    double left = balance + earn - (use - fromLaunch);
    if (left < -ROUNDING * Math.max(1, use)) {
      if (warm) {
        throttled++;
      } else {
        throttledInWarmUp++;
      }
    }
    balance = Math.min(credits.maximum(), Math.max(0, left));
  }

  private void unlimited(double use, double earn) {
    double net = balance - surplus + earn - use;
    balance = Math.min(credits.maximum(), Math.max(0, net));
    surplus = Math.min(credits.maximum(), Math.max(0, -net));
    charged += Math.max(0, -net - credits.maximum());
  }

  double balance() {
    return balance;
  }

  double surplus() {
    return surplus;
  }

  double charged() {
    return charged;
  }

  CreditOutcome outcome() {
    double owed = Math.max(0, charged + surplus - owedAtWarm);
    return new CreditOutcome(
        throttled,
        throttledInWarmUp,
        judgedHours == 0 ? 0 : lowest,
        owed / MINUTES_PER_HOUR,
        judgedHours);
  }
}
