package io.headroom.engine.demand;

import io.headroom.model.catalog.InstanceType;
import java.util.BitSet;
import java.util.List;

/**
 * How often the machine cut demand off while one type was in force.
 *
 * <p>Days are counted from the epoch, in UTC, relative to {@link #ORIGIN_DAY} to keep the sets
 * small.
 */
final class Regime {

  /** 2000-01-01: no cloud machine has samples before it. */
  private static final long ORIGIN_DAY = 10_957;

  private static final long DAY_SECONDS = 86_400;

  private final InstanceType type;
  private final BitSet observedDays = new BitSet();
  private final BitSet censoredDays = new BitSet();

  /** Start of the day last observed: most slots are of the same day as the one before. */
  private long lastDay = Long.MIN_VALUE;

  private long observed;
  private long censored;

  Regime(InstanceType type) {
    this.type = type;
  }

  /** Returns the last of {@code regimes} if it is of {@code type}, else a new one put there. */
  static Regime of(InstanceType type, List<Regime> regimes) {
    if (!regimes.isEmpty()) {
      Regime last = regimes.get(regimes.size() - 1);
      if (last.type.equals(type)) {
        return last;
      }
    }
    Regime regime = new Regime(type);
    regimes.add(regime);
    return regime;
  }

  InstanceType type() {
    return type;
  }

  void observe(long second) {
    observed++;
    if (second < lastDay || second >= lastDay + DAY_SECONDS) {
      observedDays.set(day(second));
      lastDay = Math.floorDiv(second, DAY_SECONDS) * DAY_SECONDS;
    }
  }

  void censor(long second) {
    censored++;
    censoredDays.set(day(second));
  }

  long observed() {
    return observed;
  }

  long censored() {
    return censored;
  }

  int observedDays() {
    return observedDays.cardinality();
  }

  int censoredDays() {
    return censoredDays.cardinality();
  }

  /**
   * Whether demand was cut off here as large a share of the time as in {@code other}, or larger.
   */
  boolean asOftenAs(Regime other) {
    return censored * other.observed >= other.censored * observed;
  }

  private static int day(long second) {
    return (int) Math.max(0, Math.floorDiv(second, DAY_SECONDS) - ORIGIN_DAY);
  }
}
