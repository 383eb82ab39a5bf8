package io.headroom.http.evaluate;

import io.headroom.document.Excerpt;
import io.headroom.document.NearestNames;
import io.headroom.http.problem.ProblemCode;
import io.headroom.http.problem.ProblemException;
import io.headroom.policy.file.LoadedPolicy;
import io.headroom.policy.file.ShippedPolicies;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The policies that requests may name: those of the service, and the shipped ones. Read once. */
public final class PolicyShelf {

  private final List<LoadedPolicy> standard;
  private final SortedMap<String, LoadedPolicy> byName = new TreeMap<>();

  /**
   * Puts up the policies.
   *
   * @param standard those of the service, in the order in which they are tried
   */
  public PolicyShelf(List<LoadedPolicy> standard) {
    this.standard = List.copyOf(standard);
    ShippedPolicies.NAMES.forEach(name -> byName.put(name, ShippedPolicies.load(name)));
    standard.forEach(policy -> byName.put(policy.name(), policy));
  }

  /** Returns the policies of the service, in the order in which they are tried. */
  public List<LoadedPolicy> standard() {
    return standard;
  }

  /** Returns all policies, by name. */
  public List<LoadedPolicy> all() {
    return List.copyOf(byName.values());
  }

  /**
   * Returns a policy.
   *
   * @throws ProblemException if there is none of that name
   */
  public LoadedPolicy named(String name) {
    return Optional.ofNullable(byName.get(name)).orElseThrow(() -> unknown(name));
  }

  private ProblemException unknown(String name) {
    String near =
        NearestNames.of(name, byName.keySet(), 1).stream()
            .map(one -> "; did you mean " + one)
            .findFirst()
            .orElse("; expected one of " + String.join(", ", byName.keySet()));
    return new ProblemException(
        ProblemCode.NOT_FOUND, "Cannot find the policy " + Excerpt.of(name) + near);
  }
}
