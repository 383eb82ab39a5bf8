package io.headroom.recording.collected;

import io.headroom.model.series.Metric;
import io.headroom.model.unit.TimeRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * For which time each metric of each machine has been answered whole. Samples alone do not say it:
 * a slot without one has been asked for and had none, or was never asked for.
 */
public final class CollectedRanges {

  private final SortedMap<String, Map<Metric, TimeRange>> ranges = new TreeMap<>();

  /** Returns the time for which a metric has been answered; nothing if it never was. */
  public Optional<TimeRange> of(String instanceId, Metric metric) {
    return Optional.ofNullable(ranges.getOrDefault(instanceId, Map.of()).get(metric));
  }

  /** Returns the times of a machine by metric. */
  public Map<Metric, TimeRange> of(String instanceId) {
    return Collections.unmodifiableMap(ranges.getOrDefault(instanceId, Map.of()));
  }

  /**
   * Adds a time that has been answered. Where it does not touch what is known, the later of the two
   * is kept: one range without holes.
   */
  public void add(String instanceId, Metric metric, TimeRange answered) {
    Map<Metric, TimeRange> ofMachine =
        ranges.computeIfAbsent(instanceId, id -> new EnumMap<>(Metric.class));
    Optional<TimeRange> known = Optional.ofNullable(ofMachine.get(metric));
    ofMachine.put(metric, known.map(one -> latest(one, answered)).orElse(answered));
  }

  /** Adds several times at once, in whatever order they come. */
  public void addAll(String instanceId, Metric metric, List<TimeRange> answered) {
    List<TimeRange> ordered = new ArrayList<>(answered);
    of(instanceId, metric).ifPresent(ordered::add);
    ordered.sort(Comparator.comparing(TimeRange::start));
    ordered.forEach(range -> add(instanceId, metric, range));
  }

  /** Returns the machines, by id. */
  public List<String> machines() {
    return List.copyOf(ranges.keySet());
  }

  private static TimeRange latest(TimeRange some, TimeRange more) {
    boolean touch = !some.end().isBefore(more.start()) && !more.end().isBefore(some.start());
    boolean someIsLater = some.end().isAfter(more.end());
    if (!touch) {
      return someIsLater ? some : more;
    }
    return new TimeRange(
        some.start().isBefore(more.start()) ? some.start() : more.start(),
        someIsLater ? some.end() : more.end());
  }
}
