package io.headroom.terraform.drift;

import io.headroom.advice.Problem;
import io.headroom.model.machine.Instance;
import io.headroom.terraform.proposal.KeyRule;
import io.headroom.terraform.proposal.Keys;
import io.headroom.terraform.state.ManagedMachine;
import io.headroom.terraform.state.TerraformState;
import io.headroom.terraform.variables.Variables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares what the file of variables, the state and the cloud say of each machine. Only what
 * Terraform has to do with is compared: machines of the file and, if there is one, of the state.
 */
public final class DriftCheck {

  private final Map<Place, Map<String, Sighting>> places = new EnumMap<>(Place.class);
  private final List<Problem> problems = new ArrayList<>();

  private DriftCheck() {}

  /** Returns what places disagree about; a state that is not given takes no part. */
  public static DriftReport compare(
      Variables file, Optional<TerraformState> state, Collection<Instance> cloud, KeyRule rule) {
    DriftCheck check = new DriftCheck();
    Keys keys = Keys.of(cloud, rule);
    check.problems.addAll(keys.problems());
    file.instances().forEach((key, said) -> check.see(Place.FILE, key, Sighting.of(said)));
    keys.machines().forEach((key, machine) -> check.see(Place.CLOUD, key, Sighting.of(machine)));
    state.ifPresent(known -> check.seeState(known, keys));
    return check.report(keys);
  }

  private void see(Place place, String key, Sighting sighting) {
    places.computeIfAbsent(place, any -> new TreeMap<>()).put(key, sighting);
  }

  /**
   * A machine of the state has the key it has in the cloud; one that is gone, that of its address.
   */
  private void seeState(TerraformState state, Keys keys) {
    places.computeIfAbsent(Place.STATE, any -> new TreeMap<>());
    Map<String, String> keyOfId = new TreeMap<>();
    keys.machines().forEach((key, machine) -> keyOfId.put(machine.id(), key));
    state
        .machines()
        .forEach(
            (id, at) -> {
              ManagedMachine machine = at.get(0);
              see(Place.STATE, keyOfId.getOrDefault(id, machine.key()), Sighting.of(machine));
            });
  }

  private DriftReport report(Keys keys) {
    places.computeIfAbsent(Place.FILE, any -> new TreeMap<>());
    places.computeIfAbsent(Place.CLOUD, any -> new TreeMap<>());
    TreeSet<String> compared = new TreeSet<>(at(Place.FILE).keySet());
    if (places.containsKey(Place.STATE)) {
      compared.addAll(at(Place.STATE).keySet());
    }
    compared.removeIf(keys::isContested);
    List<Difference> differences = new ArrayList<>();
    compared.forEach(key -> compare(key).ifPresent(differences::add));
    compared.forEach(key -> compareWorkers(key).ifPresent(differences::add));
    return new DriftReport(compared.size(), differences, problems);
  }

  private Map<String, Sighting> at(Place place) {
    return places.getOrDefault(place, Map.of());
  }

  private Optional<Difference> compare(String key) {
    Map<Place, Optional<String>> types = new EnumMap<>(Place.class);
    places
        .keySet()
        .forEach(
            place -> types.put(place, Optional.ofNullable(at(place).get(key)).map(Sighting::type)));
    if (types.values().stream().anyMatch(Optional::isEmpty)) {
      return Optional.of(new Difference(key, Facet.MACHINE, types));
    }
    types.values().removeIf(type -> type.filter(String::isEmpty).isPresent());
    return differing(key, Facet.TYPE, types);
  }

  private Optional<Difference> compareWorkers(String key) {
    Map<Place, Optional<String>> counts = new EnumMap<>(Place.class);
    for (Place place : places.keySet()) {
      Optional<Sighting> sighting = Optional.ofNullable(at(place).get(key));
      sighting
          .filter(one -> one.workers().isPresent())
          .ifPresent(
              one -> counts.put(place, Optional.of(Integer.toString(one.workers().getAsInt()))));
    }
    return differing(key, Facet.WORKERS, counts);
  }

  private static Optional<Difference> differing(
      String key, Facet facet, Map<Place, Optional<String>> says) {
    return says.values().stream().distinct().count() > 1
        ? Optional.of(new Difference(key, facet, says))
        : Optional.empty();
  }
}
