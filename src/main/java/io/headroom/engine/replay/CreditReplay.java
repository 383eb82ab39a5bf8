package io.headroom.engine.replay;

import io.headroom.engine.demand.Usage;
import io.headroom.model.catalog.Burst;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.unit.VCpus;
import java.util.List;

/**
 * The recorded CPU means played on a burstable EC2 type, to judge whether its credits would do: in
 * a slot that is short of them, the work is counted as lost. {@link SizeReplay} tells what it would
 * have been like instead, with the work carried over.
 *
 * <p>The first 24 hours are counted apart, as {@link CreditAccount} says.
 */
public final class CreditReplay {

  private static final double SECONDS_PER_MINUTE = 60;
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double MINUTES_PER_HOUR = 60;

  private final CreditAccount account;
  private final double vcpus;
  private long throttled;
  private long throttledInWarmUp;
  private double lowest = Double.MAX_VALUE;
  private double judgedHours;

  private CreditReplay(CreditAccount account, VCpus vcpus) {
    this.account = account;
    this.vcpus = vcpus.value();
  }

  /**
   * Plays the look-back window of {@code means} from a balance of zero on a type with {@code
   * vcpus}.
   *
   * @param stopped when the machine was stopped, in the order of time
   */
  public static CreditOutcome play(
      Usage means, Burst.Credits credits, CreditMode mode, VCpus vcpus, List<TimeRange> stopped) {
    CreditReplay replay = new CreditReplay(new CreditAccount(credits, mode, stopped, 0), vcpus);
    means.replay(replay::slot);
    return replay.outcome();
  }

  /** As {@link #play} of a machine that never stops, from a balance of {@code balance} credits. */
  static CreditReplay from(double balance, Burst.Credits credits, CreditMode mode, VCpus vcpus) {
    return new CreditReplay(new CreditAccount(credits, mode, List.of(), balance), vcpus);
  }

  void slot(long start, int seconds, double used) {
    account.enter(start);
    boolean enough = account.spend(Math.min(used, vcpus) * seconds / SECONDS_PER_MINUTE, seconds);
    if (!enough && account.isJudged()) {
      throttled++;
    } else if (!enough) {
      throttledInWarmUp++;
    }
    if (account.isJudged()) {
      judgedHours += seconds / SECONDS_PER_HOUR;
      lowest = Math.min(lowest, account.balance());
    }
  }

  double balance() {
    return account.balance();
  }

  double surplus() {
    return account.surplus();
  }

  double charged() {
    return account.charged();
  }

  CreditOutcome outcome() {
    return new CreditOutcome(
        throttled,
        throttledInWarmUp,
        judgedHours == 0 ? 0 : lowest,
        account.surplusJudged() / MINUTES_PER_HOUR,
        judgedHours);
  }
}
