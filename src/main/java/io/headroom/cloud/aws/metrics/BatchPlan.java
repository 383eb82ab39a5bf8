package io.headroom.cloud.aws.metrics;

import io.headroom.collector.ReadBatch;
import io.headroom.collector.ReadCost;
import io.headroom.collector.SeriesQuery;
import io.headroom.model.unit.TimeRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Packs queries into GetMetricData requests, each as large as one page of an answer can be, so that
 * requests can be made side by side and none has pages that wait for each other.
 */
final class BatchPlan {

  /** Source: GetMetricData. */
  private static final int QUERIES = 500;

  private static final long POINTS = 100_800;

  /** For each metric asked for, however many of its statistics and points. Source: CloudWatch. */
  private static final BigDecimal METRIC_CHARGE = new BigDecimal("0.00001");

  private final CloudWatchQuotas quotas;
  private final InstantSource clock;
  private final Function<SeriesQuery, Recipe> recipes;

  BatchPlan(CloudWatchQuotas quotas, InstantSource clock, Function<SeriesQuery, Recipe> recipes) {
    this.quotas = quotas;
    this.clock = clock;
    this.recipes = recipes;
  }

  /** What one request has in common. */
  private record Grid(TimeRange range, Duration step) {
    static Grid of(SeriesQuery query) {
      return new Grid(query.range(), query.step());
    }

    long slots() {
      return range.length().dividedBy(step);
    }
  }

  /** Returns the queries in requests; those of one range together, in the order they came in. */
  List<ReadBatch> of(List<SeriesQuery> queries) {
    Map<Grid, List<SeriesQuery>> byGrid = new LinkedHashMap<>();
    queries.forEach(
        query -> byGrid.computeIfAbsent(Grid.of(query), key -> new ArrayList<>()).add(query));
    List<ReadBatch> batches = new ArrayList<>();
    byGrid.forEach((grid, some) -> pack(grid, some, batches));
    return List.copyOf(batches);
  }

  private void pack(Grid grid, List<SeriesQuery> queries, List<ReadBatch> batches) {
    long most = Math.min(QUERIES, POINTS / Math.max(1, grid.slots()));
    List<SeriesQuery> batch = new ArrayList<>();
    long inputs = 0;
    for (List<SeriesQuery> group : groups(queries)) {
      long more = inputs(group);
      if (!batch.isEmpty() && inputs + more > most) {
        batches.add(batch(grid, batch));
        batch = new ArrayList<>();
        inputs = 0;
      }
      batch.addAll(group);
      inputs += more;
    }
    if (!batch.isEmpty()) {
      batches.add(batch(grid, batch));
    }
  }

  /** Statistics of one series stay together, so that they are charged once. */
  private List<List<SeriesQuery>> groups(List<SeriesQuery> queries) {
    Map<NativeSeries, List<SeriesQuery>> groups = new LinkedHashMap<>();
    for (SeriesQuery query : queries) {
      groups.computeIfAbsent(recipes.apply(query).leading(), key -> new ArrayList<>()).add(query);
    }
    return List.copyOf(groups.values());
  }

  private long inputs(List<SeriesQuery> group) {
    return group.stream().mapToLong(query -> recipes.apply(query).inputs().size()).sum();
  }

  private ReadBatch batch(Grid grid, List<SeriesQuery> queries) {
    long points = inputs(queries) * grid.slots();
    long pages = Math.max(1, (points + POINTS - 1) / POINTS);
    long metrics =
        queries.stream()
            .flatMap(query -> recipes.apply(query).inputs().stream())
            .map(NativeSeries.NativeQuery::series)
            .distinct()
            .count();
    return new ReadBatch(
        queries,
        new ReadCost(pages, points, METRIC_CHARGE.multiply(BigDecimal.valueOf(metrics))),
        quotas.spends(grid.range().start(), pages, points, clock.instant()));
  }
}
