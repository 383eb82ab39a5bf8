package io.headroom.cloud.gce.monitoring;

import io.headroom.collector.MeasuredMachine;
import io.headroom.collector.Quota;
import io.headroom.collector.ReadBatch;
import io.headroom.collector.ReadCost;
import io.headroom.collector.SeriesQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Packs queries into batches: one for each metric and step, since one request gives all machines of
 * a project, unless {@link RangeSplit} says that two ask for much less.
 */
final class BatchPlan {

  /** Source: Cloud Monitoring, "Quotas and limits": 6,000 queries a minute and project. */
  static final Quota REQUESTS = new Quota("timeSeries.list requests", 100);

  /** Source: Google Cloud Observability pricing since 2025-10-02: $0.50 a million series. */
  private static final BigDecimal A_SERIES = new BigDecimal("0.0000005");

  private static final Comparator<SeriesQuery> BY_METRIC =
      Comparator.comparing(SeriesQuery::metric).thenComparing(SeriesQuery::step);

  /** All machines of the project: a request without a condition on machines answers for all. */
  private final List<MeasuredMachine> project;

  BatchPlan(List<MeasuredMachine> project) {
    this.project = project;
  }

  List<ReadBatch> batches(List<SeriesQuery> queries) {
    Map<SeriesQuery, List<SeriesQuery>> groups = new TreeMap<>(BY_METRIC);
    queries.forEach(query -> groups.computeIfAbsent(query, first -> new ArrayList<>()).add(query));
    RangeSplit split = new RangeSplit(project.size());
    return groups.values().stream()
        .flatMap(group -> split.parts(group).stream())
        .map(this::batch)
        .toList();
  }

  private ReadBatch batch(List<SeriesQuery> queries) {
    BatchShape shape = BatchShape.of(queries, project.size());
    long ofEachType =
        project.stream()
            .filter(one -> shape.ids().isEmpty() || shape.ids().contains(one.machine().id()))
            .mapToLong(one -> series(one, shape.series()))
            .sum();
    int types = shape.series().types().size();
    long requests = 0;
    long charged = 0;
    for (SlotGrid chunk : shape.chunks()) {
      long points = ofEachType * chunk.slots();
      requests += types * Math.max(1, (points + TimeSeriesPages.PAGE - 1) / TimeSeriesPages.PAGE);
      charged += types * ofEachType;
    }
    ReadCost cost =
        new ReadCost(
            requests,
            types * ofEachType * shape.grid().slots(),
            A_SERIES.multiply(BigDecimal.valueOf(charged)));
    return new ReadBatch(queries, cost, List.of(new ReadBatch.Spending(REQUESTS, cost.requests())));
  }

  /** Disks have a series each; of what else a machine has it has one. */
  private static long series(MeasuredMachine one, GoogleSeries series) {
    return switch (series) {
      case DISK_BYTES, DISK_OPERATIONS ->
          one.machine().hardware().disks().map(List::size).orElse(1);
      case BALLOON -> ProjectReader.isE2(one.machine()) ? 1 : 0;
      case CPU_MEAN,
          CPU_MAX,
          RESERVED,
          MEMORY_MEAN,
          MEMORY_MAX,
          SWAP_MEAN,
          SWAP_MAX,
          NETWORK_IN,
          NETWORK_OUT ->
          one.metrics().contains(series.metric()) ? 1 : 0;
    };
  }
}
