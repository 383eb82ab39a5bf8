package io.headroom.cloud.gce.monitoring;

import io.headroom.cloud.gce.monitoring.AgentDiscovery.AgentSeries;
import io.headroom.collector.MeasuredMachine;
import io.headroom.collector.Quota;
import io.headroom.collector.ReadBatch;
import io.headroom.collector.ReadCost;
import io.headroom.collector.SeriesQuery;
import io.headroom.model.machine.Instance;
import io.headroom.model.unit.TimeRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

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

  private final Map<String, Integer> swapDevices;

  /**
   * Prepares packing.
   *
   * @param swapDevices of machines that have some, by id
   */
  BatchPlan(List<MeasuredMachine> project, Map<String, Integer> swapDevices) {
    this.project = project;
    this.swapDevices = swapDevices;
  }

  /** Returns what it took to list the series of agents, memory and swap each by itself. */
  static ReadCost headers(AgentSeries agents) {
    long pages =
        Stream.of(agents.memory(), agents.swap())
            .mapToLong(one -> pages(one.values().stream().mapToLong(Integer::longValue).sum()))
            .sum();
    return new ReadCost(pages, 0, A_SERIES.multiply(BigDecimal.valueOf(agents.listed())));
  }

  private static long pages(long entries) {
    return Math.max(1, (entries + TimeSeriesPages.PAGE - 1) / TimeSeriesPages.PAGE);
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
            .filter(one -> wasRunning(one.machine(), shape.grid().range()))
            .mapToLong(one -> series(one, shape.series()))
            .sum();
    int types = shape.series().types().size();
    long requests = 0;
    long charged = 0;
    for (SlotGrid chunk : shape.chunks()) {
      long pages = pages(ofEachType * chunk.slots());
      requests += types * pages;
      // a series that goes on from one page to the next is returned on both
      charged += types * (ofEachType + pages - 1);
    }
    ReadCost cost =
        new ReadCost(
            requests,
            types * ofEachType * shape.grid().slots(),
            A_SERIES.multiply(BigDecimal.valueOf(charged)));
    return new ReadBatch(queries, cost, List.of(new ReadBatch.Spending(REQUESTS, cost.requests())));
  }

  /** A machine that was stopped all the time has no samples, and so no series. */
  private static boolean wasRunning(Instance machine, TimeRange time) {
    return machine.stopped().stream()
        .noneMatch(stop -> !stop.start().isAfter(time.start()) && !stop.end().isBefore(time.end()));
  }

  /** Disks and swap devices have a series each; of what else a machine has it has one. */
  private long series(MeasuredMachine one, GoogleSeries series) {
    return switch (series) {
      case DISK_BYTES, DISK_OPERATIONS ->
          one.machine().hardware().disks().map(List::size).orElse(1);
      case SWAP_MEAN, SWAP_MAX -> swapDevices.getOrDefault(one.machine().id(), 0);
      case BALLOON -> ProjectReader.isE2(one.machine()) ? 1 : 0;
      case CPU_MEAN, CPU_MAX, RESERVED, MEMORY_MEAN, MEMORY_MAX, NETWORK_IN, NETWORK_OUT ->
          one.metrics().contains(series.metric()) ? 1 : 0;
    };
  }
}
