package io.headroom.terraform.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The machines of a state.
 *
 * @param name name of the file, for messages
 * @param machines by id; more than one for an id that stands at several addresses, by address
 */
public record TerraformState(String name, SortedMap<String, List<ManagedMachine>> machines) {

  /** Copies the map. */
  public TerraformState {
    machines = Collections.unmodifiableSortedMap(new TreeMap<>(machines));
  }

  /** Returns the state of machines in any order. */
  static TerraformState of(String name, List<ManagedMachine> machines) {
    SortedMap<String, List<ManagedMachine>> byId = new TreeMap<>();
    machines.stream()
        .sorted(java.util.Comparator.comparing(machine -> machine.address().text()))
        .forEach(
            machine -> byId.computeIfAbsent(machine.id(), id -> new ArrayList<>()).add(machine));
    byId.replaceAll((id, several) -> List.copyOf(several));
    return new TerraformState(name, byId);
  }

  /** Returns the machine of that id, the first by address if there are several; or nothing. */
  public Optional<ManagedMachine> machine(String id) {
    return at(id).stream().findFirst();
  }

  /** Returns all addresses of a machine, none if it is not in the state. */
  public List<ManagedMachine> at(String id) {
    return Optional.ofNullable(((Map<String, List<ManagedMachine>>) machines).get(id))
        .orElse(List.of());
  }
}
