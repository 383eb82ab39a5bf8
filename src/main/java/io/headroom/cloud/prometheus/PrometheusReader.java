package io.headroom.cloud.prometheus;

import io.headroom.collector.CollectionProblem;
import io.headroom.collector.MeasuredMachine;
import io.headroom.collector.Quota;
import io.headroom.collector.ReadBatch;
import io.headroom.collector.ReadCost;
import io.headroom.collector.SampleSink;
import io.headroom.collector.ScopeReader;
import io.headroom.collector.SeriesQuery;
import io.headroom.model.machine.Instance;
import io.headroom.model.series.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/** Reads the series of the machines that a server watches. */
final class PrometheusReader implements ScopeReader {

  /** No server says how much it bears; this leaves it room for its own work. */
  private static final Quota REQUESTS = new Quota("Prometheus range queries", 5);

  private static final Comparator<SeriesQuery> ALIKE =
      Comparator.comparing(SeriesQuery::metric)
          .thenComparing(SeriesQuery::step)
          .thenComparing(query -> query.range().start())
          .thenComparing(query -> query.range().end());

  private final PrometheusApi api;
  private final MachineLabel join;
  private final List<MeasuredMachine> machines;
  private final Map<ExporterSeries, Map<String, SortedSet<String>>> labels;
  private final List<CollectionProblem> problems;

  /**
   * Prepares reading.
   *
   * @param labels by metric, the values of the label that each machine's series have
   */
  PrometheusReader(
      PrometheusApi api,
      MachineLabel join,
      List<Instance> machines,
      Map<ExporterSeries, Map<String, SortedSet<String>>> labels,
      List<CollectionProblem> problems) {
    this.api = api;
    this.join = join;
    this.labels = labels;
    this.problems = List.copyOf(problems);
    this.machines = machines.stream().map(this::measured).toList();
  }

  private MeasuredMachine measured(Instance machine) {
    Set<Metric> metrics = EnumSet.noneOf(Metric.class);
    labels.forEach(
        (series, byMachine) -> {
          if (byMachine.containsKey(machine.id())) {
            metrics.add(series.metric());
          }
        });
    boolean measuresMemory = metrics.contains(Metric.MEMORY_USED);
    return new MeasuredMachine(
        measuresMemory
            ? machine.toBuilder().memoryMeasure(ExporterSeries.MEASURE).build()
            : machine,
        metrics);
  }

  @Override
  public List<MeasuredMachine> machines() {
    return machines;
  }

  @Override
  public List<CollectionProblem> problems() {
    return problems;
  }

  @Override
  public List<ReadBatch> plan(List<SeriesQuery> queries) {
    Map<SeriesQuery, List<SeriesQuery>> alike = new TreeMap<>(ALIKE);
    queries.forEach(query -> alike.computeIfAbsent(query, first -> new ArrayList<>()).add(query));
    return alike.values().stream().map(PrometheusReader::batch).toList();
  }

  private static ReadBatch batch(List<SeriesQuery> queries) {
    long requests = RangePages.of(queries.get(0), queries.size()).size();
    long points = (long) queries.get(0).slots() * queries.size();
    return new ReadBatch(
        queries,
        new ReadCost(requests, points, BigDecimal.ZERO),
        List.of(new ReadBatch.Spending(REQUESTS, requests)));
  }

  @Override
  public void read(ReadBatch batch, SampleSink sink) {
    new RangeReading(api, join, labels, batch.queries()).read(sink);
  }
}
