package io.headroom.engine.demand;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.series.Series;
import io.headroom.model.unit.Share;
import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts series into stretches of like treatment and one type in force, and counts what was observed.
 */
final class UsageReader {

  private final Frame frame;
  private final CapacityTimeline timeline;
  private final Optional<Instant> launched;
  private final Dimension dimension;
  private final Contradictions contradictions;

  UsageReader(
      Frame frame, CapacityTimeline timeline, Optional<Instant> launched, Dimension dimension) {
    this(frame, timeline, launched, dimension, Contradictions.ARE_GAPS);
  }

  private UsageReader(
      Frame frame,
      CapacityTimeline timeline,
      Optional<Instant> launched,
      Dimension dimension,
      Contradictions contradictions) {
    this.frame = frame;
    this.timeline = timeline;
    this.launched = launched;
    this.dimension = dimension;
    this.contradictions = contradictions;
  }

  /** Returns a reader that keeps every sample, whatever the type in force could hold. */
  static UsageReader asRecorded(Frame frame, CapacityTimeline timeline, Dimension dimension) {
    return new UsageReader(frame, timeline, Optional.empty(), dimension, Contradictions.ARE_KEPT);
  }

  /** What becomes of memory samples above the memory of the type in force. */
  private enum Contradictions {
    ARE_GAPS,
    ARE_KEPT
  }

  Usage read(List<Series> parts) {
    List<Stretch> stretches = new ArrayList<>();
    Tally tally = new Tally();
    for (Series part : parts) {
      SlotMarks marks = SlotMarks.of(part, frame);
      for (CapacityTimeline.Reign reign : timeline.reigns()) {
        reign.type().ifPresent(type -> cut(part, marks, reign, type, stretches, tally));
      }
    }
    return new Usage(List.copyOf(stretches), tally.observed, coverage(tally), tally.contradicting);
  }

  private void cut(
      Series part,
      SlotMarks marks,
      CapacityTimeline.Reign reign,
      InstanceType type,
      List<Stretch> stretches,
      Tally tally) {
    int from = part.slotFrom(reign.from());
    int end = part.slotFrom(reign.until());
    while (from < end) {
      int until = marks.endOfRun(from, end);
      SlotTreatment treatment = marks.at(from);
      if (treatment != SlotTreatment.OUTSIDE && treatment != SlotTreatment.CUT) {
        double factor = dimension.factor(part.unit(), type);
        Series kept = withoutContradictions(part, from, until, type, factor, tally);
        Stretch stretch = new Stretch(kept, from, until, treatment, type, factor);
        stretches.add(stretch);
        if (stretch.inWindow()) {
          tally.count(stretch);
        }
      } else if (treatment == SlotTreatment.OUTSIDE) {
        tally.seenBefore |= anyBefore(part, from, until);
      }
      from = until;
    }
  }

  private boolean anyBefore(Series part, int from, int until) {
    for (int slot = from; slot < until; slot++) {
      if (part.observed(slot) && part.slotStart(slot) < frame.window().start().getEpochSecond()) {
        return true;
      }
    }
    return false;
  }

  /** Memory beyond what the type has cannot be of that type: such samples become gaps. */
  private Series withoutContradictions(
      Series part, int from, int until, InstanceType type, double factor, Tally tally) {
    if (dimension == Dimension.CPU || contradictions == Contradictions.ARE_KEPT) {
      return part;
    }
    double most = dimension.capacity(type);
    float[] mended = null;
    for (int slot = from; slot < until; slot++) {
      // single precision: 100 % of 7 GiB must not come out a trillionth above it
      if (part.observed(slot) && (float) (part.value(slot) * factor) > (float) most) {
        if (mended == null) {
          mended = copy(part);
        }
        mended[slot] = Series.gap();
        tally.contradicting++;
      }
    }
    return mended == null
        ? part
        : Series.adopting(
            part.metric(),
            part.unit(),
            Instant.ofEpochSecond(part.startEpochSecond()),
            part.stepSeconds(),
            mended);
  }

  private static float[] copy(Series part) {
    float[] values = new float[part.slots()];
    for (int slot = 0; slot < values.length; slot++) {
      values[slot] = part.observed(slot) ? part.value(slot) : Series.gap();
    }
    return values;
  }

  private Coverage coverage(Tally tally) {
    if (tally.observed == 0) {
      return new Coverage(Share.NONE, Optional.empty(), Optional.empty());
    }
    long start = frame.window().start().getEpochSecond();
    long expectedFrom = tally.seenBefore ? start : Math.max(start, tally.first);
    if (launched.isPresent()) {
      expectedFrom = Math.max(expectedFrom, launched.get().getEpochSecond());
    }
    long end = frame.window().end().getEpochSecond();
    long expected =
        frame.secondsExpected(
            new TimeRange(
                Instant.ofEpochSecond(Math.min(expectedFrom, end)), frame.window().end()));
    double share = expected <= 0 ? 1 : Math.min(1, (double) tally.seconds / expected);
    return new Coverage(
        new Share(share),
        Optional.of(Instant.ofEpochSecond(tally.first)),
        Optional.of(Instant.ofEpochSecond(tally.last)));
  }

  /** What was seen while cutting. */
  private static final class Tally {
    private long observed;
    private long seconds;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private boolean seenBefore;
    private int contradicting;

    void count(Stretch stretch) {
      Series series = stretch.series();
      int seen = 0;
      int firstSlot = -1;
      int lastSlot = -1;
      for (int slot = stretch.from(); slot < stretch.until(); slot++) {
        if (series.observed(slot)) {
          seen++;
          lastSlot = slot;
          if (firstSlot < 0) {
            firstSlot = slot;
          }
        }
      }
      if (seen > 0) {
        observed += seen;
        seconds += (long) seen * series.stepSeconds();
        first = Math.min(first, series.slotStart(firstSlot));
        last = Math.max(last, series.slotStart(lastSlot) + series.stepSeconds());
      }
    }
  }
}
