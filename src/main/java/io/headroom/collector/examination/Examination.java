package io.headroom.collector.examination;

import io.headroom.collector.AccessReport;
import io.headroom.collector.CloudPorts;
import io.headroom.collector.CollectionProblem;
import io.headroom.collector.InventorySink;
import io.headroom.collector.MeasuredMachine;
import io.headroom.collector.Scope;
import io.headroom.collector.ScopeReader;
import io.headroom.collector.UtilizationSource;
import io.headroom.collector.run.Parallel;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceState;
import io.headroom.model.series.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Looks at a scope as a collection would, and reads no samples: who asks, what is allowed, which
 * machines have no memory metric.
 */
public final class Examination {

  private final CloudPorts ports;
  private final List<UtilizationSource> sources;

  /**
   * Prepares an examination; makes no call.
   *
   * @param sources where samples come from, those beside the cloud included
   */
  public Examination(CloudPorts ports, List<UtilizationSource> sources) {
    this.ports = ports;
    this.sources = List.copyOf(sources);
  }

  /**
   * Examines every scope, in order. What cannot be found out is a problem of the findings.
   *
   * @param parallelism how many scopes are looked at at once, 1 or more
   * @throws InterruptedException if this thread is interrupted
   */
  public List<ScopeFindings> all(int parallelism) throws InterruptedException {
    List<Scope> scopes = ports.inventory().scopes();
    Map<Scope, ScopeFindings> findings = new ConcurrentSkipListMap<>();
    Parallel.run(
        parallelism,
        scopes.stream()
            .map(scope -> (Parallel.Task) () -> findings.put(scope, of(scope)))
            .toList());
    return List.copyOf(findings.values());
  }

  private ScopeFindings of(Scope scope) {
    AccessReport access = ports.access().check(scope);
    Found found = new Found();
    Set<String> withMemory = new HashSet<>();
    if (access.isReadable()) {
      found.read(scope);
      sources.forEach(source -> found.look(source, scope, withMemory));
    }
    List<Instance> without =
        found.machines.stream().filter(one -> !withMemory.contains(one.id())).toList();
    List<Instance> running =
        without.stream().filter(one -> one.state() == InstanceState.RUNNING).toList();
    return new ScopeFindings(
        scope,
        access,
        found.machines.size(),
        found.isMemoryKnown ? running : List.of(),
        found.isMemoryKnown ? without.size() - running.size() : 0,
        found.isMemoryKnown && !running.isEmpty()
            ? ports.agentSetup().groups(scope, running)
            : List.of(),
        found.problems(access));
  }

  /** What is found in a scope. */
  private final class Found implements InventorySink {
    private final List<Instance> machines = new ArrayList<>();
    private final List<CollectionProblem> problems = new ArrayList<>();
    private boolean isMemoryKnown = true;

    @Override
    public void machine(Instance machine) {
      machines.add(machine);
    }

    @Override
    public void problem(CollectionProblem problem) {
      problems.add(problem);
    }

    void read(Scope scope) {
      try {
        ports.inventory().read(scope, this);
      } catch (CloudException failure) {
        problems.add(CollectionProblem.of(scope, failure));
      }
      machines.sort(Comparator.comparing(Instance::id));
    }

    /** A source that cannot be asked leaves open which machines have a metric there. */
    void look(UtilizationSource source, Scope scope, Set<String> withMemory) {
      if (machines.isEmpty()) {
        return;
      }
      try {
        ScopeReader reader = source.open(scope, machines);
        isMemoryKnown &= reader.problems().isEmpty();
        problems.addAll(reader.problems());
        reader.machines().stream()
            .filter(one -> one.metrics().contains(Metric.MEMORY_USED))
            .map(MeasuredMachine::machine)
            .forEach(machine -> withMemory.add(machine.id()));
      } catch (CloudException failure) {
        isMemoryKnown = false;
        problems.add(CollectionProblem.of(scope, failure));
      }
    }

    /** What a probe has said already is not said again. */
    List<CollectionProblem> problems(AccessReport access) {
      Set<String> said = new HashSet<>();
      access.probes().stream()
          .flatMap(probe -> probe.failure().stream())
          .forEach(failure -> said.add(failure.operation()));
      return problems.stream()
          .filter(problem -> said.stream().noneMatch(problem.message()::contains))
          .toList();
    }
  }
}
