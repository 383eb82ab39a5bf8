package io.headroom.collector.run;

import io.headroom.collector.CollectionProblem;
import io.headroom.collector.Inventory;
import io.headroom.collector.InventorySink;
import io.headroom.collector.MeasuredMachine;
import io.headroom.collector.ReadBatch;
import io.headroom.collector.ReadCost;
import io.headroom.collector.Scope;
import io.headroom.collector.ScopeReader;
import io.headroom.collector.SeriesQuery;
import io.headroom.collector.UtilizationSource;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.series.Metric;
import io.headroom.recording.collected.CollectedRanges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds out what there is in a scope and which requests it takes to read what is missing. */
final class ScopeSurvey implements InventorySink {

  private final Scope scope;
  private final List<CollectionProblem> problems = new ArrayList<>();
  private final List<ReadTask> tasks = new ArrayList<>();
  private final Map<String, Set<Metric>> offered = new HashMap<>();
  private List<Instance> machines = new ArrayList<>();
  private ReadCost opening = ReadCost.NONE;
  private boolean whole = true;

  ScopeSurvey(Scope scope) {
    this.scope = scope;
  }

  /** A request and who makes it. */
  record ReadTask(Scope scope, ScopeReader reader, ReadBatch batch) {}

  Scope scope() {
    return scope;
  }

  /** Returns the machines, by id. */
  List<Instance> machines() {
    return machines;
  }

  List<CollectionProblem> problems() {
    return problems;
  }

  List<ReadTask> tasks() {
    return tasks;
  }

  /** Returns what finding out took. */
  ReadCost opening() {
    return opening;
  }

  /** Whether every machine there is was found. */
  boolean isWhole() {
    return whole;
  }

  /** Whether some source has a metric of a machine. */
  boolean hasMetric(String instanceId, Metric metric) {
    return offered.getOrDefault(instanceId, Set.of()).contains(metric);
  }

  @Override
  public void machine(Instance machine) {
    machines.add(machine);
  }

  @Override
  public void problem(CollectionProblem problem) {
    problems.add(problem);
  }

  void readInventory(Inventory inventory) {
    try {
      inventory.read(scope, this);
    } catch (CloudException failure) {
      whole = false;
      problems.add(CollectionProblem.of(scope, failure));
    }
    machines.sort(Comparator.comparing(Instance::id));
  }

  /** Plans what a source adds to those before it. */
  void plan(UtilizationSource source, QueryPlan plan, CollectedRanges collected) {
    if (machines.isEmpty()) {
      return;
    }
    try {
      ScopeReader reader = source.open(scope, machines);
      problems.addAll(reader.problems());
      opening = opening.plus(reader.opening());
      List<SeriesQuery> queries = new ArrayList<>();
      List<Instance> completed = new ArrayList<>();
      for (int i = 0; i < machines.size(); i++) {
        MeasuredMachine more = more(machines.get(i), reader.machines().get(i));
        queries.addAll(plan.queries(more, collected));
        completed.add(more.machine());
      }
      machines = completed;
      reader.plan(queries).forEach(batch -> tasks.add(new ReadTask(scope, reader, batch)));
    } catch (CloudException failure) {
      problems.add(CollectionProblem.of(scope, failure));
    }
  }

  /**
   * Returns what a source adds to a machine. Memory is read from one source alone, and the machine
   * says what that one counts.
   */
  private MeasuredMachine more(Instance before, MeasuredMachine measured) {
    Set<Metric> known = offered.computeIfAbsent(before.id(), id -> new TreeSet<>());
    Set<Metric> more = new TreeSet<>(measured.metrics());
    more.removeAll(known);
    Instance machine = measured.machine();
    if (known.contains(Metric.MEMORY_USED)) {
      more.remove(Metric.MEMORY_USED_MAX);
      InstanceBuilder kept = machine.toBuilder();
      before.memoryMeasure().ifPresent(kept::memoryMeasure);
      machine = kept.build();
    }
    known.addAll(more);
    return new MeasuredMachine(machine, more);
  }
}
