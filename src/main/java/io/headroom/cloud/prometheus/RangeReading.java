package io.headroom.cloud.prometheus;

import io.headroom.cloud.prometheus.PrometheusApi.Parameter;
import io.headroom.collector.SampleSink;
import io.headroom.collector.SeriesQuery;
import io.headroom.model.unit.TimeRange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes the requests for one metric of some machines over one range. */
final class RangeReading {

  /** More values than these are not listed: all series with the label are asked for. */
  private static final int MOST_VALUES = 100;

  private static final String PATH = "query_range";

  private final PrometheusApi api;
  private final MachineLabel join;
  private final ExporterSeries series;
  private final List<SeriesQuery> queries;

  /** Queries by the label values whose series answer them. */
  private final Map<String, SeriesQuery> byValue = new HashMap<>();

  RangeReading(
      PrometheusApi api,
      MachineLabel join,
      Map<ExporterSeries, Map<String, SortedSet<String>>> labels,
      List<SeriesQuery> queries) {
    this.api = api;
    this.join = join;
    this.series = ExporterSeries.of(queries.get(0).metric()).orElseThrow();
    this.queries = queries;
    Map<String, SortedSet<String>> values = labels.getOrDefault(series, Map.of());
    for (SeriesQuery query : queries) {
      values
          .getOrDefault(query.machine().id(), new TreeSet<>())
          .forEach(value -> byValue.put(value, query));
    }
  }

  /**
   * Reads page after page and says of each query that it is answered, if it has not failed.
   *
   * @throws io.headroom.model.cloud.CloudException if a page cannot be read
   */
  void read(SampleSink sink) {
    Set<SeriesQuery> failed = new HashSet<>();
    if (!byValue.isEmpty()) {
      for (TimeRange page : RangePages.of(queries.get(0), queries.size())) {
        SlotSink slots = new SlotSink(series, byValue, page, sink);
        read(page, slots);
        failed.addAll(slots.failed());
      }
    }
    queries.stream().filter(query -> !failed.contains(query)).forEach(sink::answered);
  }

  private void read(TimeRange page, SlotSink slots) {
    String task = "read " + series.metric().id() + " at " + api.server();
    api.post(
        PATH,
        parameters(page),
        task,
        parser -> {
          Optional<String> warning =
              Envelope.read(parser, new MatrixReader(join.label(), slots)::read);
          if (warning.isPresent()) {
            throw PrometheusErrors.incomplete(PATH, task, warning.get());
          }
        });
  }

  /** The value at the end of a slot is about the slot, so the first one is a step later. */
  private List<Parameter> parameters(TimeRange page) {
    long step = queries.get(0).step().toSeconds();
    String selector =
        byValue.size() <= MOST_VALUES
            ? Selector.of(api.server(), join, new TreeSet<>(byValue.keySet()))
            : Selector.all(api.server(), join);
    return List.of(
        new Parameter("query", series.query(join.label(), selector, step)),
        new Parameter("start", Long.toString(page.start().getEpochSecond() + step)),
        new Parameter("end", Long.toString(page.end().getEpochSecond())),
        new Parameter("step", Long.toString(step)));
  }
}
