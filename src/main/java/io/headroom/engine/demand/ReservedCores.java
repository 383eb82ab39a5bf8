package io.headroom.engine.demand;

import io.headroom.model.machine.Observation;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.model.series.SeriesSequence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Turns GCE's CPU utilization into vCPUs used: utilization × reserved cores of the same moment. A
 * shared-core machine reserves a fraction of a core, so its utilization passes 100 % by far.
 */
final class ReservedCores {

  private static final double PERCENT = 100;

  private ReservedCores() {}

  /**
   * Returns the parts of a CPU metric, in vCPUs where the source says which cores it is relative
   * to; nothing if the metric was not collected.
   */
  static Optional<List<Series>> parts(Observation machine, Metric metric) {
    Optional<SeriesSequence> reserved = machine.observations().of(Metric.CPU_RESERVED);
    return machine
        .observations()
        .of(metric)
        .map(SeriesSequence::parts)
        .map(
            parts ->
                reserved
                    .map(cores -> parts.stream().map(part -> applied(part, cores)).toList())
                    .orElse(parts));
  }

  /** Returns {@code series} in vCPUs; a slot for which no reserved cores are known is a gap. */
  static Series applied(Series series, SeriesSequence reserved) {
    if (series.unit() == SampleUnit.VCPUS) {
      return series;
    }
    double scale = series.unit() == SampleUnit.PERCENT ? 1 / PERCENT : 1;
    float[] used = new float[series.slots()];
    Cursor cursor = new Cursor(reserved);
    for (int slot = 0; slot < used.length; slot++) {
      double cores = cursor.coresAt(series.slotStart(slot));
      used[slot] =
          series.observed(slot) && !Double.isNaN(cores)
              // absurdly much stays much: no single-precision number is larger
              ? (float) Math.min(series.value(slot) * scale * cores, Float.MAX_VALUE)
              : Series.gap();
    }
    return Series.adopting(
        series.metric(),
        SampleUnit.VCPUS,
        Instant.ofEpochSecond(series.startEpochSecond()),
        series.stepSeconds(),
        used);
  }

  /** Walks the reserved cores in step with the utilization; a gap keeps the last known value. */
  private static final class Cursor {
    private final SeriesSequence reserved;
    private int part;
    private int slot;
    private double known = Double.NaN;

    Cursor(SeriesSequence reserved) {
      this.reserved = reserved;
    }

    double coresAt(long second) {
      while (part < reserved.parts().size()) {
        Series series = reserved.parts().get(part);
        if (slot == series.slots()) {
          part++;
          slot = 0;
        } else if (series.slotStart(slot) > second) {
          break;
        } else {
          if (series.observed(slot)) {
            known = series.value(slot);
          }
          slot++;
        }
      }
      return known;
    }
  }
}
