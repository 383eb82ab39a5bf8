package io.headroom.cloud.prometheus;

import com.fasterxml.jackson.core.JsonToken;
import io.headroom.cloud.prometheus.PrometheusApi.Parameter;
import io.headroom.collector.Grain;
import io.headroom.collector.Scope;
import io.headroom.collector.ScopeReader;
import io.headroom.collector.UtilizationSource;
import io.headroom.model.machine.Instance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Memory, swap and pressure of machines that node_exporter or windows_exporter watches, over the
 * HTTP API of Prometheus. Opening takes one request for each kind of metric, which finds the
 * machines that have it.
 */
public final class PrometheusSource implements UtilizationSource {

  /** How long a server keeps samples is its setting; what it does not have any more is a gap. */
  private static final Grain GRAIN = new Grain(Duration.ofMinutes(5), Duration.ofDays(400));

  /** Machines that were not seen for so long are not asked for. */
  private static final Duration SEEN_WITHIN = Duration.ofDays(42);

  private final PrometheusApi api;
  private final MachineLabel join;
  private final InstantSource clock;

  /** Prepares reading. Makes no call. */
  public PrometheusSource(PrometheusServer server, MachineLabel join, InstantSource clock) {
    this.api = new PrometheusApi(server);
    this.join = join;
    this.clock = clock;
  }

  @Override
  public List<Grain> grains() {
    return List.of(GRAIN);
  }

  @Override
  public ScopeReader open(Scope scope, List<Instance> machines) {
    LabelledMachines labelled = new LabelledMachines(join, machines);
    Map<List<String>, SortedSet<String>> values = new HashMap<>();
    Map<ExporterSeries, Map<String, SortedSet<String>>> found = new EnumMap<>(ExporterSeries.class);
    for (ExporterSeries series : ExporterSeries.values()) {
      SortedSet<String> all = values.computeIfAbsent(series.signs(), this::values);
      Map<String, SortedSet<String>> byMachine = new HashMap<>();
      for (String value : all) {
        labelled
            .machine(value)
            .ifPresent(
                machine ->
                    byMachine.computeIfAbsent(machine.id(), id -> new TreeSet<>()).add(value));
      }
      found.put(series, byMachine);
    }
    return new PrometheusReader(api, join, machines, found, labelled.problems(scope));
  }

  /** Returns the values of the label on series of these names. */
  private SortedSet<String> values(List<String> names) {
    Instant now = clock.instant();
    List<Parameter> parameters = new ArrayList<>();
    names.forEach(
        name -> parameters.add(new Parameter("match[]", name + Selector.all(api.server(), join))));
    parameters.add(new Parameter("start", seconds(now.minus(SEEN_WITHIN))));
    parameters.add(new Parameter("end", seconds(now)));
    String task = "find the machines with " + names.get(0) + " at " + api.server();
    SortedSet<String> values = new TreeSet<>();
    api.get(
        "label/" + join.label() + "/values",
        parameters,
        task,
        parser -> {
          Optional<String> warning =
              Envelope.read(
                  parser,
                  data -> {
                    Envelope.expect(data, data.currentToken(), JsonToken.START_ARRAY);
                    while (data.nextToken() != JsonToken.END_ARRAY) {
                      values.add(data.getText());
                    }
                  });
          if (warning.isPresent()) {
            throw PrometheusErrors.incomplete("label values", task, warning.get());
          }
        });
    return values;
  }

  private static String seconds(Instant time) {
    return Long.toString(time.getEpochSecond());
  }
}
