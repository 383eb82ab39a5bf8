package io.headroom.model.series;

import io.headroom.model.unit.TimeRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything observed of one machine: at most one sequence for each metric. */
public final class Observations {

  /** Nothing observed. */
  public static final Observations NONE = new Observations(Map.of());

  private final Map<Metric, SeriesSequence> sequences;

  private Observations(Map<Metric, SeriesSequence> sequences) {
    this.sequences = sequences;
  }

  /**
   * Returns the given series by metric, whatever order they come in.
   *
   * @throws IllegalArgumentException if two series of one metric overlap
   */
  public static Observations of(Collection<Series> series) {
    Map<Metric, List<Series>> byMetric = new EnumMap<>(Metric.class);
    for (Series one : series) {
      byMetric.computeIfAbsent(one.metric(), metric -> new ArrayList<>()).add(one);
    }
    Map<Metric, SeriesSequence> sequences = new EnumMap<>(Metric.class);
    byMetric.forEach((metric, parts) -> sequences.put(metric, SeriesSequence.of(metric, parts)));
    return new Observations(sequences);
  }

  /** Returns the sequence of a metric, or nothing if no slot of it was ever given. */
  public Optional<SeriesSequence> of(Metric metric) {
    return Optional.ofNullable(sequences.get(metric)).filter(found -> !found.parts().isEmpty());
  }

  /** Returns what was observed in the slots that lie wholly within {@code range}. */
  public Observations within(TimeRange range) {
    return of(all().stream().map(series -> series.within(range)).toList());
  }

  /** Returns all series, by metric, then by time. */
  public List<Series> all() {
    return sequences.values().stream().flatMap(sequence -> sequence.parts().stream()).toList();
  }
}
