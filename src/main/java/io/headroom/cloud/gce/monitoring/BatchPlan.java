package io.headroom.cloud.gce.monitoring;

import io.headroom.collector.Quota;
import io.headroom.collector.ReadBatch;
import io.headroom.collector.ReadCost;
import io.headroom.collector.SeriesQuery;
import io.headroom.model.machine.Instance;
import io.headroom.model.series.Metric;
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
  private final List<Instance> project;

  BatchPlan(List<Instance> project) {
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
    List<Instance> answering =
        shape.ids().isEmpty()
            ? project
            : queries.stream().map(SeriesQuery::machine).distinct().toList();
    long ofEachType = answering.stream().mapToLong(machine -> series(machine, shape)).sum();
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

  /** Disks have a series each; of everything else a machine has one. */
  private static long series(Instance machine, BatchShape shape) {
    Metric metric = shape.series().metric();
    boolean ofDisks = metric == Metric.DISK_THROUGHPUT || metric == Metric.DISK_IOPS;
    return ofDisks ? machine.hardware().disks().map(List::size).orElse(1) : 1;
  }
}
