package io.headroom.engine.demand;

import io.headroom.model.series.Series;
import java.time.Instant;
import java.util.List;

/**
 * Turns series finer than five minutes into means of five-minute slots, so that turning on detailed
 * monitoring does not change the answer. Slots start at whole multiples of five minutes; a slot
 * with at least one sample is observed. Coarser series stay as they are.
 */
final class FiveMinuteMeans {

  static final int SLOT_SECONDS = 300;

  private FiveMinuteMeans() {}

  static List<Series> ofEach(List<Series> parts) {
    return parts.stream().map(FiveMinuteMeans::of).toList();
  }

  static Series of(Series series) {
    if (series.stepSeconds() >= SLOT_SECONDS || series.slots() == 0) {
      return series;
    }
    long first = Math.floorDiv(series.startEpochSecond(), SLOT_SECONDS);
    long last = Math.floorDiv(series.slotStart(series.slots() - 1), SLOT_SECONDS);
    int slots = Math.toIntExact(last - first + 1);
    double[] sums = new double[slots];
    int[] counts = new int[slots];
    for (int i = 0; i < series.slots(); i++) {
      if (series.observed(i)) {
        int slot = (int) (Math.floorDiv(series.slotStart(i), SLOT_SECONDS) - first);
        sums[slot] += series.value(i);
        counts[slot]++;
      }
    }
    float[] means = new float[slots];
    for (int slot = 0; slot < slots; slot++) {
      means[slot] = counts[slot] == 0 ? Series.gap() : (float) (sums[slot] / counts[slot]);
    }
    return Series.adopting(
        series.metric(),
        series.unit(),
        Instant.ofEpochSecond(first * SLOT_SECONDS),
        SLOT_SECONDS,
        means);
  }
}
