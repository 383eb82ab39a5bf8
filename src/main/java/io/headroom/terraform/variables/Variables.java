package io.headroom.terraform.variables;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One variable of Terraform: a map from the key of a machine to what it should be.
 *
 * @param instances what each machine should be, by key
 */
public record Variables(VariableName name, SortedMap<String, SizedInstance> instances) {

  /** Copies the map. */
  public Variables {
    instances = Collections.unmodifiableSortedMap(new TreeMap<>(instances));
  }

  /** Returns a variable that says nothing yet. */
  public static Variables none(VariableName name) {
    return new Variables(name, new TreeMap<>());
  }

  /** Returns what is said of a machine, or nothing. */
  public Optional<SizedInstance> of(String key) {
    return Optional.ofNullable(instances.get(key));
  }

  /** Returns the variable with other machines. */
  public Variables with(Map<String, SizedInstance> others) {
    return new Variables(name, new TreeMap<>(others));
  }
}
