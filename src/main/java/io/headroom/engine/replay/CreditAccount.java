package io.headroom.engine.replay;

import io.headroom.model.catalog.Burst;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.util.List;

/**
 * The CPU credits of one machine of a burstable EC2 type, slot by slot. Source of the recurrence:
 * EC2 User Guide, "Unlimited mode concepts"; for one slot, in credits,
 *
 * <pre>
 *   use = vCPUs used × minutes           earn = earned an hour × hours
 *   standard:  balance' = min(maximum, balance + earn − use), short if that is below 0
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
 * <p>It begins with a balance of zero and launch credits where the type gets them, and is judged
 * after the first 24 hours, when a real machine would have earned what it can hold. A slot without
 * a sample spends what it earns. A stop ends what was accrued: T2 loses its balance and starts with
 * new launch credits, the others keep theirs for seven days; surplus that is owed is charged.
 */
final class CreditAccount {

  private static final long WARM_UP_SECONDS = 24 * 3600;
  private static final Duration KEPT_AFTER_STOP = Duration.ofDays(7);
  private static final double SECONDS_PER_HOUR = 3600;

  /**
   * Samples are single-precision: a use that exceeds what is there by less than this is rounding.
   */
  private static final double ROUNDING = 1e-6;

  private final Burst.Credits credits;
  private final CreditMode mode;
  private final List<TimeRange> stopped;
  private double balance;
  private double launchCredits;
  private double surplus;
  private double charged;
  private double owedWhenJudged;
  private long firstSlot = Long.MIN_VALUE;
  private boolean judged;
  private int stopsSeen;

  /**
   * Opens an account.
   *
   * @param stopped when the machine was stopped, in the order of time
   * @param balance credits to begin with
   */
  CreditAccount(Burst.Credits credits, CreditMode mode, List<TimeRange> stopped, double balance) {
    this.credits = credits;
    this.mode = mode;
    this.stopped = stopped;
    this.balance = balance;
    this.launchCredits = creditsAtLaunch();
  }

  private double creditsAtLaunch() {
    return mode == CreditMode.STANDARD ? credits.atLaunch() : 0;
  }

  /** Comes to the slot that starts at {@code start}; slots come in the order of time. */
  void enter(long start) {
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
    if (!judged && start - firstSlot >= WARM_UP_SECONDS) {
      judged = true;
      owedWhenJudged = charged + surplus;
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

  /** Whether the first 24 hours are over. */
  boolean isJudged() {
    return judged;
  }

  /** Returns the most credits that a slot of {@code seconds} can spend in standard mode. */
  double spendable(int seconds) {
    return balance + launchCredits + earned(seconds);
  }

  private double earned(int seconds) {
    return credits.earnedPerHour() * seconds / SECONDS_PER_HOUR;
  }

  /**
   * Spends {@code use} credits in a slot of {@code seconds}.
   *
   * @return whether they were there; in unlimited mode they always are
   */
  boolean spend(double use, int seconds) {
    return mode == CreditMode.STANDARD
        ? standard(use, earned(seconds))
        : unlimited(use, earned(seconds));
  }

  private boolean standard(double use, double earn) {
    double fromLaunch = Math.min(launchCredits, use);
    launchCredits -= fromLaunch;
    double left = balance + earn - (use - fromLaunch);
    balance = Math.min(credits.maximum(), Math.max(0, left));
    return left >= -ROUNDING * Math.max(1, use);
  }

  private boolean unlimited(double use, double earn) {
    double net = balance - surplus + earn - use;
    balance = Math.min(credits.maximum(), Math.max(0, net));
    surplus = Math.min(credits.maximum(), Math.max(0, -net));
    charged += Math.max(0, -net - credits.maximum());
    return true;
  }

  double balance() {
    return balance;
  }

  /** Returns the balance with launch credits. */
  double balanceWithLaunch() {
    return balance + launchCredits;
  }

  double surplus() {
    return surplus;
  }

  double charged() {
    return charged;
  }

  /** Returns the surplus credits spent after the first 24 hours: charged, or still owed. */
  double surplusJudged() {
    return judged ? Math.max(0, charged + surplus - owedWhenJudged) : 0;
  }
}
