package io.headroom.cloud.aws.metrics;

import io.headroom.cloud.aws.AwsErrors;
import io.headroom.collector.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;

/**
 * Finds the series of the CloudWatch agent. Its dimensions are as somebody configured them, and a
 * series is found by all of them or not at all, so they are listed. CloudWatch lists what had data
 * in the last two weeks.
 */
final class AgentSeries {

  private final String namespace;
  private final Map<String, Map<AgentMetric, List<NativeSeries>>> byInstance = new HashMap<>();

  private AgentSeries(String namespace) {
    this.namespace = namespace;
  }

  /** What is known before anything was listed. */
  static AgentSeries none() {
    return new AgentSeries("");
  }

  /**
   * Lists the series of some machines: one call for each metric and 500 series.
   *
   * @throws io.headroom.model.cloud.CloudException if they cannot be listed
   */
  static AgentSeries list(
      CloudWatchClient client, Scope scope, String namespace, Collection<String> instanceIds) {
    AgentSeries found = new AgentSeries(namespace);
    Set<String> wanted = Set.copyOf(instanceIds);
    for (AgentMetric metric : AgentMetric.values()) {
      AwsErrors.calling(
          scope,
          "ListMetrics",
          () -> {
            for (ListMetricsResponse page :
                client.listMetricsPaginator(
                    call -> call.namespace(namespace).metricName(metric.metricName()))) {
              page.metrics()
                  .forEach(
                      one -> {
                        SortedMap<String, String> dimensions = new TreeMap<>();
                        one.dimensions().forEach(each -> dimensions.put(each.name(), each.value()));
                        found.add(metric, dimensions, wanted);
                      });
            }
            return found;
          });
    }
    return found;
  }

  /**
   * Returns the series to read of each metric of a machine. One that is rolled up to the instance
   * has everything; else there is one for each type and image the machine had.
   */
  Map<AgentMetric, List<NativeSeries>> of(String instanceId) {
    Map<AgentMetric, List<NativeSeries>> series = new EnumMap<>(AgentMetric.class);
    byInstance
        .getOrDefault(instanceId, Map.of())
        .forEach((metric, all) -> series.put(metric, withoutRepetition(all)));
    return series;
  }

  private void add(AgentMetric metric, SortedMap<String, String> dimensions, Set<String> wanted) {
    Optional.ofNullable(dimensions.get(NativeSeries.INSTANCE_ID))
        .filter(wanted::contains)
        .ifPresent(
            id ->
                byInstance
                    .computeIfAbsent(id, key -> new EnumMap<>(AgentMetric.class))
                    .computeIfAbsent(metric, key -> new ArrayList<>())
                    .add(new NativeSeries(namespace, metric.metricName(), dimensions)));
  }

  private static List<NativeSeries> withoutRepetition(List<NativeSeries> all) {
    return all.stream()
        .filter(one -> one.dimensions().size() == 1)
        .findFirst()
        .map(List::of)
        .orElseGet(
            () ->
                all.stream()
                    .sorted(Comparator.comparing(one -> one.dimensions().toString()))
                    .toList());
  }
}
