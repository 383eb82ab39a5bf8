package io.headroom.testing;

import io.headroom.collector.CollectionProblem;
import io.headroom.collector.Grain;
import io.headroom.collector.Inventory;
import io.headroom.collector.InventorySink;
import io.headroom.collector.MeasuredMachine;
import io.headroom.collector.Quota;
import io.headroom.collector.ReadBatch;
import io.headroom.collector.ReadBatch.Spending;
import io.headroom.collector.ReadCost;
import io.headroom.collector.SampleSink;
import io.headroom.collector.Scope;
import io.headroom.collector.ScopeReader;
import io.headroom.collector.SeriesQuery;
import io.headroom.collector.UtilizationSource;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Instance;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Series;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Machines and samples in memory behind the ports of the collectors, with faults. */
public final class InMemoryCloud implements Inventory, UtilizationSource {

  /** Queries in a request. */
  public static final int QUERIES = 5;

  private static final Quota REQUESTS = new Quota("requests", 1000);

  private final SortedMap<Scope, List<Instance>> machines = new TreeMap<>();
  private final Map<String, Map<Metric, Series>> samples = new HashMap<>();
  private final Map<String, FailureKind> failing = new HashMap<>();
  private final List<SeriesQuery> asked = new CopyOnWriteArrayList<>();
  private final AtomicLong requests = new AtomicLong();
  private Optional<Scope> unlisted = Optional.empty();

  /** Adds a machine. */
  public void add(Scope scope, Instance machine) {
    machines.computeIfAbsent(scope, key -> new ArrayList<>()).add(machine);
  }

  /** Removes a machine. */
  public void remove(String instanceId) {
    machines.values().forEach(some -> some.removeIf(one -> one.id().equals(instanceId)));
  }

  /** Sets all samples of a metric of a machine. */
  public void samples(String instanceId, Series series) {
    samples.computeIfAbsent(instanceId, id -> new HashMap<>()).put(series.metric(), series);
  }

  /** Makes queries of a machine fail. */
  public void fail(String instanceId, FailureKind kind) {
    failing.put(instanceId, kind);
  }

  /** Makes everything work again. */
  public void heal() {
    failing.clear();
    unlisted = Optional.empty();
  }

  /** Makes the list of machines of a scope break off. */
  public void failListing(Scope scope) {
    unlisted = Optional.of(scope);
  }

  /** Returns how many requests for samples there were. */
  public long requests() {
    return requests.get();
  }

  /** Returns what was asked for since the last time. */
  public List<SeriesQuery> takeAsked() {
    List<SeriesQuery> taken = List.copyOf(asked);
    asked.clear();
    return taken;
  }

  @Override
  public List<Scope> scopes() {
    return List.copyOf(machines.keySet());
  }

  @Override
  public void read(Scope scope, InventorySink sink) {
    if (unlisted.equals(Optional.of(scope))) {
      throw failure(FailureKind.DENIED, scope.toString());
    }
    machines.getOrDefault(scope, List.of()).forEach(sink::machine);
  }

  @Override
  public List<Grain> grains() {
    return List.of(
        new Grain(Duration.ofMinutes(5), Duration.ofDays(63)),
        new Grain(Duration.ofHours(1), Duration.ofDays(455)));
  }

  @Override
  public ScopeReader open(Scope scope, List<Instance> found) {
    return new Reader(scope, found);
  }

  private static CloudException failure(FailureKind kind, String what) {
    return new CloudException(kind, "Read", "Refused", "Cannot read " + what + ": refused");
  }

  /** Reads what is in memory. */
  private final class Reader implements ScopeReader {
    private final Scope scope;
    private final List<Instance> found;

    Reader(Scope scope, List<Instance> found) {
      this.scope = scope;
      this.found = List.copyOf(found);
    }

    @Override
    public List<MeasuredMachine> machines() {
      return found.stream()
          .map(
              one ->
                  new MeasuredMachine(
                      one, new TreeSet<>(samples.getOrDefault(one.id(), Map.of()).keySet())))
          .toList();
    }

    @Override
    public List<CollectionProblem> problems() {
      return List.of();
    }

    @Override
    public List<ReadBatch> plan(List<SeriesQuery> queries) {
      List<ReadBatch> batches = new ArrayList<>();
      for (int from = 0; from < queries.size(); from += QUERIES) {
        List<SeriesQuery> some = queries.subList(from, Math.min(queries.size(), from + QUERIES));
        long points = some.stream().mapToLong(SeriesQuery::slots).sum();
        batches.add(
            new ReadBatch(
                some,
                new ReadCost(1, points, new BigDecimal("0.00001")),
                List.of(new Spending(REQUESTS, 1))));
      }
      return batches;
    }

    @Override
    public void read(ReadBatch batch, SampleSink sink) {
      requests.incrementAndGet();
      for (SeriesQuery query : batch.queries()) {
        asked.add(query);
        FailureKind kind = failing.get(query.machine().id());
        if (kind == null) {
          answer(query, sink);
        } else if (kind.endsScope()) {
          throw failure(kind, query.machine().id() + " of " + scope);
        } else {
          sink.failed(query, failure(kind, query.machine().id()));
        }
      }
    }

    private void answer(SeriesQuery query, SampleSink sink) {
      Series all =
          Optional.ofNullable(
                  samples.getOrDefault(query.machine().id(), Map.of()).get(query.metric()))
              .orElseThrow();
      float[] values = new float[query.slots()];
      Arrays.fill(values, Series.gap());
      long step = query.step().toSeconds();
      for (int slot = 0; slot < all.slots(); slot++) {
        long at = Math.floorDiv(all.slotStart(slot) - query.range().start().getEpochSecond(), step);
        if (at >= 0 && at < values.length && all.observed(slot)) {
          values[(int) at] = Math.max(all.value(slot), zeroIfGap(values[(int) at]));
        }
      }
      sink.samples(
          query, Series.of(query.metric(), all.unit(), query.range().start(), (int) step, values));
      sink.answered(query);
    }

    private static float zeroIfGap(float value) {
      return Float.isNaN(value) ? 0 : value;
    }
  }
}
