package io.headroom.collector;

import io.headroom.model.machine.Instance;
import io.headroom.model.series.Metric;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A machine and what a source can say of it.
 *
 * @param metrics what can be asked for, in the order of {@link Metric}; that there are samples is
 *     not promised
 */
public record MeasuredMachine(Instance machine, Set<Metric> metrics) {

  /** Copies the set. */
  public MeasuredMachine {
    Set<Metric> ordered = EnumSet.noneOf(Metric.class);
    ordered.addAll(metrics);
    metrics = Collections.unmodifiableSet(ordered);
  }
}
