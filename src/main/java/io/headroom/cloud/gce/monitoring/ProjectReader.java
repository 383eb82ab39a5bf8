package io.headroom.cloud.gce.monitoring;

import io.headroom.collector.CollectionProblem;
import io.headroom.collector.MeasuredMachine;
import io.headroom.collector.ReadBatch;
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

  private static final Set<Metric> OF_AGENT =
      EnumSet.of(
          Metric.MEMORY_USED, Metric.MEMORY_USED_MAX, Metric.SWAP_USED, Metric.SWAP_USED_MAX);

  private final TimeSeriesPages pages;
  private final String project;
  private final List<MeasuredMachine> machines;

  /**
   * Prepares reading.
   *
   * @param withAgent ids of machines whose Ops Agent reports memory
   */
  ProjectReader(
      TimeSeriesPages pages, String project, List<Instance> machines, Set<String> withAgent) {
    this.pages = pages;
    this.project = project;
    this.machines =
        machines.stream().map(one -> measured(one, withAgent.contains(one.id()))).toList();
  }

  /** The balloon is the second choice: it counts page cache, and only E2 has one. */
  private static MeasuredMachine measured(Instance machine, boolean hasAgent) {
    Set<Metric> metrics = EnumSet.copyOf(OF_EVERY_MACHINE);
    var completed = machine.toBuilder().samplingPeriod(SAMPLING);
    if (hasAgent) {
      metrics.addAll(OF_AGENT);
      completed.memoryMeasure(MemoryMeasure.AGENT_USED);
    } else if (isE2(machine)) {
      metrics.add(Metric.MEMORY_BALLOON);
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
  public List<ReadBatch> plan(List<SeriesQuery> queries) {
    return new BatchPlan(machines).batches(queries);
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
