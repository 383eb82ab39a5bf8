package io.headroom.engine.replay;

import io.headroom.engine.demand.Usage;
import java.time.Duration;
import java.util.function.DoubleUnaryOperator;

/**
 * The observed slots of one metric in the order of time, laid out so that they can be played many
 * times. Amounts have the resolution of their unit, as capacities have: single-precision noise
 * never exceeds a capacity.
 */
final class Slots {

  private final long[] starts;
  private final int[] seconds;
  private final double[] used;
  private final DayCount days = new DayCount();
  private double largest;
  private long observedSeconds;
  private int count;

  private Slots(int slots) {
    starts = new long[slots];
    seconds = new int[slots];
    used = new double[slots];
  }

  /**
   * Lays out {@code usage}.
   *
   * @param rounding rounds an amount to the resolution of its unit
   */
  static Slots of(Usage usage, DoubleUnaryOperator rounding) {
    Slots slots = new Slots(Math.toIntExact(usage.observedSlots()));
    usage.replay(
        (start, length, amount) -> slots.add(start, length, rounding.applyAsDouble(amount)));
    return slots;
  }

  private void add(long start, int length, double amount) {
    starts[count] = start;
    seconds[count] = length;
    used[count] = amount;
    largest = Math.max(largest, amount);
    observedSeconds += length;
    days.see(start);
    count++;
  }

  int count() {
    return count;
  }

  /** Returns the largest amount, 0 if nothing was observed. */
  double largest() {
    return largest;
  }

  /** Returns the UTC days with an observed slot. */
  int days() {
    return days.days();
  }

  /** Returns the time observed. */
  Duration observed() {
    return Duration.ofSeconds(observedSeconds);
  }

  void forEach(Usage.SlotReader reader) {
    for (int slot = 0; slot < count; slot++) {
      reader.slot(starts[slot], seconds[slot], used[slot]);
    }
  }
}
