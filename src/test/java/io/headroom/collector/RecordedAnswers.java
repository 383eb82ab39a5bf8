package io.headroom.collector;

import io.headroom.model.cloud.CloudException;
import io.headroom.model.series.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps everything that a reader hands over. */
final class RecordedAnswers implements SampleSink {

  private final Map<SeriesQuery, List<Series>> pieces = new HashMap<>();
  private final List<SeriesQuery> answered = new ArrayList<>();
  private final Map<SeriesQuery, CloudException> failed = new HashMap<>();

  @Override
  public synchronized void samples(SeriesQuery query, Series piece) {
    pieces.computeIfAbsent(query, key -> new ArrayList<>()).add(piece);
  }

  @Override
  public synchronized void answered(SeriesQuery query) {
    answered.add(query);
  }

  @Override
  public synchronized void failed(SeriesQuery query, CloudException why) {
    failed.put(query, why);
  }

  List<Series> pieces(SeriesQuery query) {
    return pieces.getOrDefault(query, List.of());
  }

  /** Returns the samples by the second in which their slot starts; later pieces count. */
  SortedMap<Long, Float> samples(SeriesQuery query) {
    SortedMap<Long, Float> samples = new TreeMap<>();
    for (Series piece : pieces(query)) {
      for (int slot = 0; slot < piece.slots(); slot++) {
        if (piece.observed(slot)) {
          samples.put(piece.slotStart(slot), piece.value(slot));
        }
      }
    }
    return samples;
  }

  List<SeriesQuery> answered() {
    return answered;
  }

  Map<SeriesQuery, CloudException> failed() {
    return failed;
  }
}
