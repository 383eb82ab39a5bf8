package io.headroom.engine.replay;

import io.headroom.model.catalog.Burst;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.unit.VCpus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * vCPUs of a burstable EC2 type. What is done is paid with credits; in standard mode no more is
 * done than they pay for, so with none left the machine serves its baseline. In the first 24 hours,
 * which start without the credits that a real machine would have, nothing is held back.
 */
final class CreditSupply implements CpuSupply {

  private static final double SECONDS_PER_MINUTE = 60;
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double MINUTES_PER_HOUR = 60;

  private final Burst.Credits credits;
  private final CreditMode mode;
  private final CreditAccount account;
  private final double vcpus;
  private final double baseline;
  private long judgedSeconds;
  private long exhaustedSeconds;

  CreditSupply(Burst.Credits credits, CreditMode mode, VCpus vcpus, List<TimeRange> stopped) {
    this.credits = credits;
    this.mode = mode;
    this.account = new CreditAccount(credits, mode, stopped, 0);
    this.vcpus = vcpus.value();
    this.baseline = Math.min(this.vcpus, credits.sustained().value());
  }

  @Override
  public double serve(long start, int seconds, double work) {
    account.enter(start);
    double wanted = Math.min(work, vcpus * seconds);
    double served = wanted;
    if (isHeldBack()) {
      served = Math.min(wanted, account.spendable(seconds) * SECONDS_PER_MINUTE);
    }
    account.spend(served / SECONDS_PER_MINUTE, seconds);
    if (account.isJudged()) {
      judgedSeconds += seconds;
      if (wanted - served > NOTHING || account.surplus() > NOTHING) {
        exhaustedSeconds += seconds;
      }
    }
    return served;
  }

  private boolean isHeldBack() {
    return mode == CreditMode.STANDARD && account.isJudged();
  }

  /** A gap spends what it earns, so the balance stays. */
  @Override
  public double serveInGap(long seconds) {
    return (mode == CreditMode.STANDARD ? baseline : vcpus) * seconds;
  }

  /**
   * At full speed while the balance lasts beside what is earned, then at the baseline: the balance
   * is work that need not wait for the baseline.
   */
  @Override
  public double delay(double backlog) {
    double fullSpeed = backlog / vcpus;
    if (!isHeldBack()) {
      return fullSpeed;
    }
    double beyondBalance = backlog - account.balanceWithLaunch() * SECONDS_PER_MINUTE;
    return Math.max(fullSpeed, beyondBalance / baseline);
  }

  double balance() {
    return account.balance();
  }

  double surplus() {
    return account.surplus();
  }

  BurstOutcome outcome() {
    return new BurstOutcome(
        Optional.of(mode),
        Duration.ofSeconds(judgedSeconds),
        Duration.ofSeconds(exhaustedSeconds),
        mode == CreditMode.UNLIMITED
            ? Optional.of(
                SurplusPrice.of(
                    credits,
                    account.surplusJudged() / MINUTES_PER_HOUR,
                    judgedSeconds / SECONDS_PER_HOUR))
            : Optional.empty());
  }
}
