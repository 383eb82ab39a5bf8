package io.headroom.engine.demand;

import io.headroom.model.series.Series;
import io.headroom.model.series.SeriesSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether memory demand was cut off: by a full memory, or by pages that went to swap. */
final class MemoryCensoring {

  /** Above 95 % the kernel reclaims all the time: more would have been used. */
  private static final double FULL = 0.95;

  /** Growing swap counts from this share of the memory on. */
  private static final double NEARLY_FULL = 0.90;

  /** Slots of either kind that make it evidence. */
  private static final int LEAST_SLOTS = 3;

  /** Swap that grows by less than one MiB between two samples is noise. */
  private static final double SWAP_GROWTH_MIB = 1;

  private MemoryCensoring() {}

  static CensoringVerdict of(Usage memory, Optional<SeriesSequence> swap) {
    List<Regime> regimes = new ArrayList<>();
    SwapGrowth growth = new SwapGrowth(swap);
    long found = 0;
    for (Stretch stretch : memory.stretches()) {
      if (stretch.treatment() == SlotTreatment.COUNTED) {
        found += read(stretch, Regime.of(stretch.type(), regimes), growth);
      }
    }
    return found < LEAST_SLOTS
        ? CensoringVerdict.NONE
        : CensoringVerdict.of(regimes, regime -> regime.type().memory().value());
  }

  private static long read(Stretch stretch, Regime regime, SwapGrowth growth) {
    Series series = stretch.series();
    double capacity = stretch.type().memory().value();
    long found = 0;
    for (int slot = stretch.from(); slot < stretch.until(); slot++) {
      if (series.observed(slot)) {
        long start = series.slotStart(slot);
        double used = series.value(slot) * stretch.factor();
        regime.observe(start);
        if (used >= FULL * capacity
            || (used >= NEARLY_FULL * capacity && growth.during(start, series.stepSeconds()))) {
          regime.censor(start);
          found++;
        }
      }
    }
    return found;
  }

  /** Says whether swap grew during a slot. Constant swap is old news: pages nobody misses. */
  private static final class SwapGrowth {

    private static final double BYTES_PER_MIB = 1024.0 * 1024.0;

    private final List<Series> parts;
    private int part;
    private int slot;
    private double before = Double.NaN;

    SwapGrowth(Optional<SeriesSequence> swap) {
      parts = swap.map(SeriesSequence::parts).orElse(List.of());
    }

    boolean during(long start, int seconds) {
      boolean grew = false;
      while (part < parts.size()) {
        Series series = parts.get(part);
        if (slot == series.slots()) {
          part++;
          slot = 0;
        } else if (series.slotStart(slot) >= start + seconds) {
          return grew;
        } else {
          grew |= step(series) && series.slotStart(slot) >= start;
          slot++;
        }
      }
      return grew;
    }

    private boolean step(Series series) {
      if (!series.observed(slot)) {
        return false;
      }
      double mib =
          series.unit() == io.headroom.model.series.SampleUnit.BYTES
              ? series.value(slot) / BYTES_PER_MIB
              : series.value(slot);
      boolean grew = mib > before + SWAP_GROWTH_MIB;
      before = mib;
      return grew;
    }
  }
}
