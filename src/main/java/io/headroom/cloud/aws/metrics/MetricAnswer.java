package io.headroom.cloud.aws.metrics;

import io.headroom.cloud.aws.metrics.NativeSeries.NativeQuery;
import io.headroom.collector.Scope;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/** A GetMetricData request and what of its answer has come. */
final class MetricAnswer {

  private static final String OPERATION = "GetMetricData";

  private final Scope scope;
  private final TimeRange range;
  private final Duration step;
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final Map<NativeQuery, Part> byQuery = new LinkedHashMap<>();

  MetricAnswer(Scope scope, TimeRange range, Duration step, Collection<Recipe> recipes) {
    this.scope = scope;
    this.range = range;
    this.step = step;
    recipes.stream().flatMap(recipe -> recipe.inputs().stream()).distinct().forEach(this::expect);
  }

  /** What has come of one query. Slots without a sample are NaN. */
  private static final class Part {
    private final String id;
    private final NativeQuery query;
    private final float[] values;
    private boolean complete;
    private Optional<CloudException> failure = Optional.empty();

    Part(String id, NativeQuery query, int slots) {
      this.id = id;
      this.query = query;
      this.values = new float[slots];
      Arrays.fill(values, Float.NaN);
    }
  }

  private void expect(NativeQuery query) {
    int slots = Math.toIntExact(range.length().dividedBy(step));
    Part part = new Part("q" + parts.size(), query, slots);
    parts.put(part.id, part);
    byQuery.put(query, part);
  }

  GetMetricDataRequest request() {
    return GetMetricDataRequest.builder()
        .startTime(range.start())
        .endTime(range.end())
        .scanBy(ScanBy.TIMESTAMP_ASCENDING)
        .metricDataQueries(parts.values().stream().map(this::query).toList())
        .build();
  }

  private MetricDataQuery query(Part part) {
    NativeSeries series = part.query.series();
    List<Dimension> dimensions =
        series.dimensions().entrySet().stream()
            .map(one -> Dimension.builder().name(one.getKey()).value(one.getValue()).build())
            .toList();
    return MetricDataQuery.builder()
        .id(part.id)
        .metricStat(
            stat ->
                stat.period(Math.toIntExact(step.toSeconds()))
                    .stat(part.query.statistic())
                    .metric(
                        metric ->
                            metric
                                .namespace(series.namespace())
                                .metricName(series.name())
                                .dimensions(dimensions)))
        .build();
  }

  /** Takes a result of a page; one of a query nobody asked is left out. */
  void add(MetricDataResult result) {
    Optional.ofNullable(parts.get(result.id())).ifPresent(part -> add(part, result));
  }

  private void add(Part part, MetricDataResult result) {
    int samples = Math.min(result.timestamps().size(), result.values().size());
    for (int i = 0; i < samples; i++) {
      add(part, result.timestamps().get(i), result.values().get(i));
    }
    switch (result.statusCode()) {
      case COMPLETE -> part.complete = true;
      case PARTIAL_DATA -> part.complete = false;
      case INTERNAL_ERROR -> part.failure = Optional.of(failed(part, FailureKind.UNAVAILABLE));
      case FORBIDDEN -> part.failure = Optional.of(failed(part, FailureKind.DENIED));
      case UNKNOWN_TO_SDK_VERSION ->
          part.failure = Optional.of(failed(part, FailureKind.UNEXPECTED));
    }
  }

  private void add(Part part, Instant time, double value) {
    long slot =
        Math.floorDiv(time.getEpochSecond() - range.start().getEpochSecond(), step.toSeconds());
    if (slot >= 0 && slot < part.values.length && value >= 0 && value <= Float.MAX_VALUE) {
      part.values[(int) slot] = (float) value;
    } else {
      part.failure = Optional.of(failed(part, FailureKind.UNEXPECTED));
    }
  }

  /** Ends the answer: what is not complete now will not be. */
  void end() {
    parts.values().stream()
        .filter(part -> !part.complete && part.failure.isEmpty())
        .forEach(part -> part.failure = Optional.of(failed(part, FailureKind.UNAVAILABLE)));
  }

  /** Returns why a part of a recipe cannot be had, if that is so. */
  Optional<CloudException> failure(Recipe recipe) {
    return parts(recipe).stream().flatMap(part -> part.failure.stream()).findFirst();
  }

  boolean isComplete(Recipe recipe) {
    return parts(recipe).stream().allMatch(part -> part.complete && part.failure.isEmpty());
  }

  /** Returns the values of each input of a recipe. */
  List<float[]> values(Recipe recipe) {
    return parts(recipe).stream().map(part -> part.values).toList();
  }

  private List<Part> parts(Recipe recipe) {
    return recipe.inputs().stream()
        .flatMap(input -> Optional.ofNullable(byQuery.get(input)).stream())
        .toList();
  }

  private CloudException failed(Part part, FailureKind kind) {
    String reason =
        switch (kind) {
          case DENIED -> "CloudWatch does not allow it; allow cloudwatch:GetMetricData";
          case UNEXPECTED -> "the answer has a sample that cannot be right";
          default -> "CloudWatch answered in part; run it again";
        };
    return new CloudException(
        kind,
        OPERATION,
        "",
        "Cannot read " + part.query.series().name() + " in " + scope + ": " + reason);
  }
}
