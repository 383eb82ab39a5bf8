package io.headroom.oracle;

import io.headroom.model.catalog.Burst;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.unit.TimeRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * CPU credits by the EC2 User Guide: a burstable machine earns credits all the time, spends one for
 * each minute of a vCPU, and what it spends ahead in unlimited mode is charged beyond a day's
 * earnings, or when it stops.
 */
public final class SlowCredits {

  private static final long DAY = 86_400;

  private final Burst.Credits credits;
  private final CreditMode mode;
  private final double vcpus;
  private final List<TimeRange> stopped;
  private double balance;
  private double launch;
  private double surplus;
  private double charged;
  private int throttled;
  private int throttledInWarmUp;
  private double judgedHours;
  private double owedBefore;
  private double lowest = Double.POSITIVE_INFINITY;
  private double highest;

  public SlowCredits(
      Burst.Credits credits, CreditMode mode, double vcpus, List<TimeRange> stopped) {
    this.credits = credits;
    this.mode = mode;
    this.vcpus = vcpus;
    this.stopped = stopped;
  }

  /** Takes all slots: start, seconds, vCPUs used. */
  public SlowCredits play(List<double[]> slots) {
    launch = mode == CreditMode.STANDARD ? credits.atLaunch() : 0;
    for (int i = 0; i < slots.size(); i++) {
      long start = (long) slots.get(i)[0];
      if (i > 0) {
        stops((long) slots.get(i - 1)[0], start);
      }
      boolean judged = start >= slots.get(0)[0] + DAY;
      if (judged && judgedHours == 0) {
        owedBefore = charged + surplus;
      }
      slot(slots.get(i)[1], slots.get(i)[2], judged);
    }
    return this;
  }

  private void stops(long after, long until) {
    for (TimeRange range : stopped) {
      long end = range.end().getEpochSecond();
      if (end > after && end <= until) {
        charged += surplus;
        surplus = 0;
        if (!credits.keptAtStop() || range.length().toSeconds() > 7 * DAY) {
          balance = 0;
        }
        launch = mode == CreditMode.STANDARD ? credits.atLaunch() : 0;
      }
    }
  }

  private void slot(double seconds, double used, boolean judged) {
    double spends = Math.min(used, vcpus) * seconds / 60;
    double earns = credits.earnedPerHour() / 3600 * seconds;
    if (mode == CreditMode.STANDARD) {
      double first = Math.min(launch, spends);
      launch -= first;
      spends -= first;
      double there = balance + earns;
      if (spends > there + 1e-6 * Math.max(1, first + spends)) {
        throttled += judged ? 1 : 0;
        throttledInWarmUp += judged ? 0 : 1;
      }
      balance = Math.min(credits.maximum(), Math.max(0, there - spends));
    } else {
      // earnings pay surplus back first
      double account = balance - surplus + earns - spends;
      balance = account > 0 ? Math.min(account, credits.maximum()) : 0;
      surplus = account < 0 ? Math.min(-account, credits.maximum()) : 0;
      charged += account < -credits.maximum() ? -account - credits.maximum() : 0;
    }
    if (judged) {
      judgedHours += seconds / 3600;
      lowest = Math.min(lowest, balance);
    }
    highest = Math.max(highest, Math.max(balance, surplus));
  }

  public int throttled() {
    return throttled;
  }

  public int throttledInWarmUp() {
    return throttledInWarmUp;
  }

  public double judgedHours() {
    return judgedHours;
  }

  /** The least balance after a judged slot, 0 if none was judged. */
  public double lowest() {
    return judgedHours == 0 ? 0 : lowest;
  }

  /** The most credits ever held, or owed without being charged. */
  public double highest() {
    return highest;
  }

  /** vCPU-hours of surplus after the first day. */
  public double surplusHours() {
    return Math.max(0, charged + surplus - owedBefore) / 60;
  }

  /** What the surplus of a month costs. */
  BigDecimal monthlySurplus() {
    double share = judgedHours == 0 ? 0 : surplusHours() / judgedHours;
    return BigDecimal.valueOf(share)
        .setScale(6, RoundingMode.HALF_EVEN)
        .multiply(BigDecimal.valueOf(730))
        .multiply(credits.surplusPrice().amount());
  }
}
