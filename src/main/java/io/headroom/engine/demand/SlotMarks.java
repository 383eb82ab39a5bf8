package io.headroom.engine.demand;

import io.headroom.model.policy.NamedRange;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.util.Arrays;

/** How each slot of a series is to be treated. */
final class SlotMarks {

  private final Series series;
  private final SlotTreatment[] marks;

  private SlotMarks(Series series) {
    this.series = series;
    this.marks = new SlotTreatment[series.slots()];
    Arrays.fill(marks, SlotTreatment.OUTSIDE);
  }

  /** Marks the slots of {@code series} as {@code frame} says. */
  static SlotMarks of(Series series, Frame frame) {
    SlotMarks marks = new SlotMarks(series);
    marks.window(frame.window());
    frame.kept().forEach(named -> marks.keep(named, frame.window()));
    frame.settling().forEach(marks::settle);
    frame.leftOut().forEach(named -> marks.cut(named.range()));
    frame.stopped().forEach(marks::cut);
    return marks;
  }

  /** Returns how a slot is to be treated. */
  SlotTreatment at(int slot) {
    return marks[slot];
  }

  /** Returns the slot after the last that is treated like {@code from}, at most {@code end}. */
  int endOfRun(int from, int end) {
    int until = from + 1;
    while (until < end && marks[until] == marks[from]) {
      until++;
    }
    return until;
  }

  private void window(TimeRange window) {
    fill(
        series.slotFrom(second(window.start())),
        series.slotFrom(second(window.end())),
        SlotTreatment.COUNTED);
  }

  /** In the window a named peak counts anyway, so it is kept before it only. */
  private void keep(NamedRange named, TimeRange window) {
    fill(
        series.slotFrom(second(named.range().start())),
        Math.min(
            series.slotFrom(second(window.start())), series.slotFrom(second(named.range().end()))),
        SlotTreatment.KEPT);
  }

  private void settle(TimeRange range) {
    int until = series.slotFrom(second(range.end()));
    for (int slot = series.slotTouching(second(range.start())); slot < until; slot++) {
      if (marks[slot] == SlotTreatment.COUNTED) {
        marks[slot] = SlotTreatment.SETTLING;
      } else if (marks[slot] == SlotTreatment.KEPT) {
        marks[slot] = SlotTreatment.OUTSIDE;
      }
    }
  }

  private void cut(TimeRange range) {
    fill(
        series.slotTouching(second(range.start())),
        series.slotFrom(second(range.end())),
        SlotTreatment.CUT);
  }

  private void fill(int from, int until, SlotTreatment treatment) {
    Arrays.fill(marks, from, Math.max(from, until), treatment);
  }

  private static long second(Instant instant) {
    return instant.getEpochSecond();
  }
}
