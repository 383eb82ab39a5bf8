package io.headroom.cloud.aws.metrics;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A series as CloudWatch knows it: what is billed for, and found only by exactly these dimensions.
 */
record NativeSeries(String namespace, String name, SortedMap<String, String> dimensions) {

  static final String INSTANCE_ID = "InstanceId";

  NativeSeries {
    dimensions = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
  }

  static NativeSeries ofInstance(String namespace, String name, String instanceId) {
    return new NativeSeries(namespace, name, new TreeMap<>(Map.of(INSTANCE_ID, instanceId)));
  }

  NativeQuery as(String statistic) {
    return new NativeQuery(this, statistic);
  }

  /** Asks for one statistic of a series. */
  record NativeQuery(NativeSeries series, String statistic) {}
}
