package io.headroom.testing;

import io.headroom.ledger.machine.AnsweredRange;
import io.headroom.ledger.machine.SeriesHistory;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Observations;
import io.headroom.model.series.Series;
import io.headroom.model.series.SeriesOverlay;
import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Samples in memory. */
final class InMemorySeries implements SeriesHistory {

  private final Map<String, Map<Metric, SeriesOverlay>> laid = new HashMap<>();
  private final SortedMap<String, AnsweredRange> answered = new TreeMap<>();
  private Optional<Instant> until = Optional.empty();

  @Override
  public synchronized Observations read(String instanceId, TimeRange window) {
    return Observations.of(
            laid.getOrDefault(instanceId, Map.of()).values().stream()
                .flatMap(overlay -> overlay.seen().stream())
                .toList())
        .within(window);
  }

  @Override
  public synchronized void lay(String instanceId, List<Series> pieces) {
    for (Series piece : pieces) {
      laid.computeIfAbsent(instanceId, id -> new EnumMap<>(Metric.class))
          .computeIfAbsent(piece.metric(), metric -> new SeriesOverlay())
          .add(piece);
    }
  }

  @Override
  public synchronized void answered(Collection<AnsweredRange> ranges) {
    for (AnsweredRange range : ranges) {
      answered.merge(range.instanceId() + " " + range.metric(), range, InMemorySeries::touching);
    }
  }

  @Override
  public synchronized SortedMap<String, List<AnsweredRange>> answered() {
    return answered.values().stream()
        .collect(
            Collectors.groupingBy(
                AnsweredRange::instanceId, TreeMap::new, Collectors.toUnmodifiableList()));
  }

  private static AnsweredRange touching(AnsweredRange before, AnsweredRange after) {
    boolean isApart = after.range().start().isAfter(before.range().end());
    return isApart
        ? after
        : new AnsweredRange(
            after.instanceId(),
            after.metric(),
            new TimeRange(before.range().start(), after.range().end()));
  }

  @Override
  public synchronized Optional<Instant> until() {
    return until;
  }

  @Override
  public synchronized void reached(Instant end) {
    until = Optional.of(end);
  }
}
