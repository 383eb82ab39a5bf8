package io.headroom.testing;

import io.headroom.ledger.machine.AnsweredRange;
import io.headroom.ledger.machine.SeriesHistory;
import io.headroom.model.series.Observations;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Samples in memory: the pieces that were laid last, whole. */
final class InMemorySeries implements SeriesHistory {

  private final Map<String, List<Series>> laid = new HashMap<>();
  private Optional<Instant> until = Optional.empty();

  @Override
  public synchronized Observations read(String instanceId, TimeRange window) {
    return Observations.of(laid.getOrDefault(instanceId, List.of())).within(window);
  }

  @Override
  public synchronized void lay(String instanceId, List<Series> pieces) {
    laid.put(instanceId, new ArrayList<>(pieces));
  }

  @Override
  public void answered(Collection<AnsweredRange> ranges) {
    throw new UnsupportedOperationException("no answered times in memory");
  }

  @Override
  public SortedMap<String, List<AnsweredRange>> answered() {
    return new TreeMap<>();
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
