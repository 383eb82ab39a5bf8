package io.headroom.cloud.gce.monitoring;

import io.headroom.cloud.gce.monitoring.AgentDiscovery.AgentSeries;
import io.headroom.collector.CollectionProblem;
import io.headroom.collector.MeasuredMachine;
import io.headroom.collector.ReadBatch;
import io.headroom.collector.ReadCost;
import io.headroom.collector.SampleSink;
import io.headroom.collector.ScopeReader;
import io.headroom.collector.SeriesQuery;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.series.Metric;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the series of one Google project. */
final class ProjectReader implements ScopeReader {

  private static final Duration SAMPLING = Duration.ofSeconds(60);

  private static final Set<Metric> OF_EVERY_MACHINE =
      EnumSet.of(
          Metric.CPU_UTILIZATION_AVG,
          Metric.CPU_UTILIZATION_MAX,
          Metric.CPU_RESERVED,
          Metric.NETWORK_IN,
          Metric.NETWORK_OUT,
          Metric.DISK_THROUGHPUT,
          Metric.DISK_IOPS);

  private static final Set<Metric> MEMORY = EnumSet.of(Metric.MEMORY_USED, Metric.MEMORY_USED_MAX);

  private static final Set<Metric> SWAP = EnumSet.of(Metric.SWAP_USED, Metric.SWAP_USED_MAX);

  private final TimeSeriesPages pages;
  private final String project;
  private final AgentSeries agents;
  private final List<MeasuredMachine> machines;

  /**
   * Prepares reading.
   *
   * @param agents what agents report
   */
  ProjectReader(
      TimeSeriesPages pages, String project, List<Instance> machines, AgentSeries agents) {
    this.pages = pages;
    this.project = project;
    this.agents = agents;
    this.machines = machines.stream().map(this::measured).toList();
  }

  /** The balloon is the second choice: it counts page cache, and only E2 has one. */
  private MeasuredMachine measured(Instance machine) {
    Set<Metric> metrics = EnumSet.copyOf(OF_EVERY_MACHINE);
    var completed = machine.toBuilder().samplingPeriod(SAMPLING);
    if (agents.memory().containsKey(machine.id())) {
      metrics.addAll(MEMORY);
      completed.memoryMeasure(MemoryMeasure.AGENT_USED);
    } else if (isE2(machine)) {
      metrics.add(Metric.MEMORY_BALLOON);
    }
    if (agents.swap().containsKey(machine.id())) {
      metrics.addAll(SWAP);
    }
    return new MeasuredMachine(completed.build(), metrics);
  }

  /** Whether it is of the series that has a balloon. */
  static boolean isE2(Instance machine) {
    return machine.type().present().startsWith("e2-");
  }

  @Override
  public List<MeasuredMachine> machines() {
    return machines;
  }

  @Override
  public List<CollectionProblem> problems() {
    return List.of();
  }

  @Override
  public ReadCost opening() {
    return BatchPlan.headers(agents);
  }

  @Override
  public List<ReadBatch> plan(List<SeriesQuery> queries) {
    return new BatchPlan(machines, agents.swap()).batches(queries);
  }

  @Override
  public void read(ReadBatch batch, SampleSink sink) {
    BatchShape shape = BatchShape.of(batch.queries(), machines.size());
    String type = shape.series().types().get(0);
    new BatchReading(
            pages,
            project,
            shape,
            new PieceSink(
                shape.series(), TimeSeriesPages.call(project, type), batch.queries(), sink))
        .read();
  }
}
