package io.headroom.engine.demand;

import io.headroom.model.series.Series;
import io.headroom.model.unit.Share;
import java.time.Duration;
import java.util.List;

/**
 * One metric of one machine in vCPUs or MiB, slot by slot, with how each slot is to be treated. It
 * is what demand is read from, and what is replayed on other sizes.
 */
public final class Usage {

  private final List<Stretch> stretches;
  private final long observedSlots;
  private final Coverage coverage;
  private final int contradicting;

  Usage(List<Stretch> stretches, long observedSlots, Coverage coverage, int contradicting) {
    this.stretches = stretches;
    this.observedSlots = observedSlots;
    this.coverage = coverage;
    this.contradicting = contradicting;
  }

  /** Takes observed slots in the order of time. */
  @FunctionalInterface
  public interface SlotReader {

    /**
     * Takes one slot.
     *
     * @param start start of the slot, in seconds since the epoch
     * @param seconds length of the slot
     * @param used vCPUs or MiB used, as observed; never NaN
     */
    void slot(long start, int seconds, double used);
  }

  /** Hands every observed slot of the look-back window to {@code reader}, in the order of time. */
  public void replay(SlotReader reader) {
    for (Stretch stretch : stretches) {
      if (stretch.inWindow()) {
        for (int slot = stretch.from(); slot < stretch.until(); slot++) {
          if (stretch.series().observed(slot)) {
            reader.slot(
                stretch.series().slotStart(slot),
                stretch.series().stepSeconds(),
                stretch.series().value(slot) * stretch.factor());
          }
        }
      }
    }
  }

  /**
   * Whether a slot of the look-back window that starts in a time, in epoch seconds, was observed.
   */
  boolean isObserved(long from, long until) {
    for (Stretch stretch : stretches) {
      Series series = stretch.series();
      int end = Math.min(stretch.until(), series.slotFrom(until));
      for (int slot = Math.max(stretch.from(), series.slotFrom(from)); slot < end; slot++) {
        if (stretch.inWindow() && series.observed(slot)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns the mean over the observed time of the look-back window, 0 if nothing was observed. */
  double mean() {
    double sum = 0;
    double time = 0;
    for (Stretch stretch : stretches) {
      if (stretch.inWindow()) {
        Series series = stretch.series();
        double factor = stretch.factor();
        int seconds = series.stepSeconds();
        for (int slot = stretch.from(); slot < stretch.until(); slot++) {
          if (series.observed(slot)) {
            sum += series.value(slot) * factor * seconds;
            time += seconds;
          }
        }
      }
    }
    return time == 0 ? 0 : sum / time;
  }

  /** Returns the stretches in the order of time. */
  List<Stretch> stretches() {
    return stretches;
  }

  /** Returns how many slots of the look-back window were observed. */
  public long observedSlots() {
    return observedSlots;
  }

  /** Returns how many samples were taken for gaps because they contradict the type in force. */
  int contradicting() {
    return contradicting;
  }

  /** Returns the observed share of the expected time in the look-back window. */
  Share coverage() {
    return coverage.share();
  }

  /** Returns the time from the first observed slot of the window to the end of the last. */
  Duration history() {
    return coverage.history();
  }
}
