package io.headroom.cloud.prometheus;

import io.headroom.collector.CollectionProblem;
import io.headroom.collector.Scope;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Machines by the value of the label that joins them to their series. */
final class LabelledMachines {

  private final MachineLabel join;
  private final Map<String, List<Instance>> byValue = new TreeMap<>();

  LabelledMachines(MachineLabel join, List<Instance> machines) {
    this.join = join;
    for (Instance machine : machines) {
      String value = join.of(machine);
      if (!value.isBlank()) {
        byValue.computeIfAbsent(value, key -> new ArrayList<>()).add(machine);
      }
    }
  }

  /** Returns the machine whose series have that value; nothing if none or several do. */
  Optional<Instance> machine(String labelValue) {
    List<Instance> found = byValue.getOrDefault(join.plain(labelValue), List.of());
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Names the machines that share a value: whose series it is cannot be told. */
  List<CollectionProblem> problems(Scope scope) {
    List<CollectionProblem> problems = new ArrayList<>();
    byValue.forEach(
        (value, found) -> {
          if (found.size() > 1) {
            found.forEach(
                machine ->
                    problems.add(
                        CollectionProblem.of(
                            scope,
                            machine.id(),
                            FailureKind.CONFLICT,
                            "Cannot read Prometheus for "
                                + machine.id()
                                + ": "
                                + found.size()
                                + " machines have the name "
                                + value
                                + "; join by a label with the id")));
          }
        });
    return problems;
  }
}
