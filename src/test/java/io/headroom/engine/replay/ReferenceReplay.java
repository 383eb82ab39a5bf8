package io.headroom.engine.replay;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * The replay as one would write it first: exact decimals, each slot's work a parcel in a queue. It
 * shares no code with the engine.
 */
final class ReferenceReplay {

  private static final MathContext PRECISE = new MathContext(40, RoundingMode.HALF_EVEN);
  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

  private final BigDecimal vcpus;
  private final BigDecimal earnedPerHour;
  private final boolean standard;
  private final Deque<BigDecimal[]> parcels = new ArrayDeque<>();
  private final List<BigDecimal> delays = new ArrayList<>();
  private BigDecimal balance = BigDecimal.ZERO;
  private BigDecimal late = BigDecimal.ZERO;
  private BigDecimal arrived = BigDecimal.ZERO;
  private long firstSlot = -1;
  private long end = -1;

  /** Of vCPUs for ever if {@code earnedPerHour} is 0, else with credits in standard mode. */
  ReferenceReplay(double vcpus, double earnedPerHour) {
    this.vcpus = BigDecimal.valueOf(vcpus);
    this.earnedPerHour = BigDecimal.valueOf(earnedPerHour);
    this.standard = earnedPerHour > 0;
  }

  void slot(long start, int seconds, double used) {
    if (firstSlot < 0) {
      firstSlot = start;
    } else if (start > end) {
      BigDecimal rate = standard ? baseline() : vcpus;
      take(rate.multiply(BigDecimal.valueOf(start - end)));
    }
    end = start + seconds;
    BigDecimal length = BigDecimal.valueOf(seconds);
    BigDecimal work = BigDecimal.valueOf(used).multiply(length);
    arrived = arrived.add(work);
    BigDecimal[] parcel = {work};
    parcels.addLast(parcel);
    BigDecimal most = vcpus.multiply(length);
    BigDecimal earned = earnedPerHour.multiply(length).divide(BigDecimal.valueOf(3600), PRECISE);
    boolean held = standard && start - firstSlot >= 86_400;
    if (held) {
      most = most.min(balance.add(earned).multiply(SIXTY));
    }
    BigDecimal done = take(most);
    BigDecimal spent = done.divide(SIXTY, PRECISE);
    balance =
        balance
            .add(earned)
            .subtract(spent)
            .max(BigDecimal.ZERO)
            .min(earnedPerHour.multiply(BigDecimal.valueOf(24)));
    late = late.add(parcel[0]);
    delays.add(delay(held));
  }

  /** Serves the oldest first, and returns how much was done. */
  private BigDecimal take(BigDecimal most) {
    BigDecimal left = most;
    while (!parcels.isEmpty() && left.signum() > 0) {
      BigDecimal[] oldest = parcels.peekFirst();
      BigDecimal done = oldest[0].min(left);
      oldest[0] = oldest[0].subtract(done);
      left = left.subtract(done);
      if (oldest[0].signum() == 0) {
        parcels.removeFirst();
      }
    }
    return most.subtract(left);
  }

  private BigDecimal baseline() {
    return vcpus.min(earnedPerHour.divide(SIXTY, PRECISE));
  }

  private BigDecimal backlog() {
    return parcels.stream().map(parcel -> parcel[0]).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Two stretches: all vCPUs until the balance is gone, and then the baseline. */
  private BigDecimal delay(boolean held) {
    BigDecimal backlog = backlog();
    BigDecimal faster = vcpus.subtract(baseline());
    if (!held || faster.signum() == 0) {
      return backlog.divide(vcpus, PRECISE);
    }
    BigDecimal first = balance.multiply(SIXTY).divide(faster, PRECISE);
    BigDecimal left = backlog.subtract(first.multiply(vcpus));
    return left.signum() <= 0
        ? backlog.divide(vcpus, PRECISE)
        : first.add(left.divide(baseline(), PRECISE));
  }

  double lateShare() {
    return arrived.signum() == 0 ? 0 : late.divide(arrived, PRECISE).doubleValue();
  }

  double worst() {
    return Collections.max(delays).doubleValue();
  }

  double left() {
    return delays.get(delays.size() - 1).doubleValue();
  }

  double p95() {
    List<BigDecimal> sorted = delays.stream().sorted().toList();
    return sorted.get((95 * sorted.size() + 99) / 100 - 1).doubleValue();
  }
}
