package io.headroom.testing.gce;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A series of samples of 60 seconds.
 *
 * @param metric its type
 * @param labels labels of the metric
 * @param byEnd values by the second at which their minute ends
 */
public record SampledSeries(
    String project,
    String instanceId,
    String metric,
    Map<String, String> labels,
    SortedMap<Long, Double> byEnd) {

  /** Returns a series of values whose first minute begins at {@code start}; NaN is no sample. */
  public static SampledSeries of(
      String project,
      String instanceId,
      String metric,
      Map<String, String> labels,
      long start,
      double... values) {
    SortedMap<Long, Double> byEnd = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        byEnd.put(start + 60L * (i + 1), values[i]);
      }
    }
    return new SampledSeries(project, instanceId, metric, labels, byEnd);
  }
}
