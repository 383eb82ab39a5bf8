package io.headroom.recording.trace;

import io.headroom.model.series.Series;
import io.headroom.recording.problem.Found;
import io.headroom.recording.samples.ValueList;
import java.util.Arrays;

/** Columns of a trace that say something of every slot of a row. */
final class SlotValues {

  private SlotValues() {}

  /** Returns the samples of a column, one for each slot. */
  static float[] samples(String column, String text, int slots) {
    float[] values;
    try {
      values = ValueList.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TraceFault(column, String.valueOf(e.getMessage()));
    }
    if (values.length != slots) {
      throw wrongCount(column, values.length, slots);
    }
    return values;
  }

  /**
   * Returns what was in force in each slot, from {@code count*value} pairs. Where a pair has no
   * value the last one holds on; before the first one, the first.
   */
  static float[] inForce(String column, String runs, int slots) {
    float[] values = new float[slots];
    int slot = 0;
    for (String run : runs.split(";", -1)) {
      int star = run.indexOf('*');
      int count = star < 0 ? 0 : wholeNumber(column, run.substring(0, star));
      if (count < 1) {
        throw new TraceFault(column, Found.of(run) + "; expected count*value");
      }
      if (count > slots - slot) {
        throw wrongCount(column, (long) slot + count, slots);
      }
      String value = run.substring(star + 1);
      Arrays.fill(
          values, slot, slot + count, value.isEmpty() ? Series.gap() : positive(column, value));
      slot += count;
    }
    if (slot != slots) {
      throw wrongCount(column, slot, slots);
    }
    if (!fillGaps(values)) {
      throw new TraceFault(column, "no value; expected at least one");
    }
    return values;
  }

  /** Returns a number above 0. */
  static float positive(String column, String text) {
    float[] values = samples(column, text, 1);
    if (!(values[0] > 0)) {
      throw new TraceFault(column, Found.of(text) + "; expected a number above 0");
    }
    return values[0];
  }

  private static int wholeNumber(String column, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new TraceFault(column, Found.of(text) + "; expected a whole number");
    }
  }

  /** Fills each gap with what is before it, the first ones with what is after; false if all are. */
  private static boolean fillGaps(float[] values) {
    int first = 0;
    while (first < values.length && Float.isNaN(values[first])) {
      first++;
    }
    if (first == values.length) {
      return false;
    }
    Arrays.fill(values, 0, first, values[first]);
    for (int slot = first + 1; slot < values.length; slot++) {
      if (Float.isNaN(values[slot])) {
        values[slot] = values[slot - 1];
      }
    }
    return true;
  }

  private static TraceFault wrongCount(String column, long found, int slots) {
    return new TraceFault(column, found + " slots; expected " + slots + ", the n of the row");
  }
}
