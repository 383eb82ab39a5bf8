package io.headroom.engine.demand;

import io.headroom.model.catalog.InstanceType;
import java.util.BitSet;

/**
 * How often the machine cut demand off while one type was in force.
 *
 * <p>Days are counted from the epoch, in UTC, relative to {@link #ORIGIN_DAY} to keep the sets
 * small.
 */
final class Regime {

  /** 2000-01-01: no cloud machine has samples before it. */
  private static final long ORIGIN_DAY = 10_957;

  private final InstanceType type;
  private final BitSet observedDays = new BitSet();
  private final BitSet censoredDays = new BitSet();
  private int lastObservedDay = -1;
  private long observed;
  private long censored;

  Regime(InstanceType type) {
    this.type = type;
  }

  InstanceType type() {
    return type;
  }

  void observe(long second) {
    observed++;
    int day = day(second);
    if (day != lastObservedDay) {
      observedDays.set(day);
      lastObservedDay = day;
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
    return (int) Math.max(0, Math.floorDiv(second, 86_400L) - ORIGIN_DAY);
  }
}
