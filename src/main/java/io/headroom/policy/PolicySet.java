package io.headroom.policy;

import io.headroom.model.machine.Instance;
import io.headroom.policy.PolicyMatch.Undecided;
import io.headroom.policy.file.LoadedPolicy;
import io.headroom.policy.selector.Selection;
import io.headroom.policy.selector.Selector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Policies in the order in which they are tried: the first whose selector matches is for the
 * machine. May be shared between threads.
 */
public final class PolicySet {

  private final List<LoadedPolicy> policies;

  /**
   * Gathers policies in their order.
   *
   * @throws IllegalArgumentException if there is none, or two have the same name
   */
  public PolicySet(List<LoadedPolicy> policies) {
    if (policies.isEmpty()) {
      throw new IllegalArgumentException("Invalid policies: there is none; expected at least one");
    }
    Set<String> names = new HashSet<>();
    for (LoadedPolicy policy : policies) {
      if (!names.add(policy.name())) {
        throw new IllegalArgumentException(
            "Invalid policies: two are called " + policy.name() + "; give one another name");
      }
    }
    this.policies = List.copyOf(policies);
  }

  /** Returns the policies in their order. */
  public List<LoadedPolicy> policies() {
    return policies;
  }

  /** Returns the policy for {@code instance}, and why; none if no selector matches. */
  public PolicyMatch choose(Instance instance) {
    List<Undecided> undecided = new ArrayList<>();
    for (LoadedPolicy policy : policies) {
      if (policy.selector().isEmpty()) {
        return new PolicyMatch(
            Optional.of(policy), policy.name() + " is for all machines", undecided);
      }
      Selector selector = policy.selector().get();
      Selection selection = selector.select(instance);
      if (selection.selected()) {
        return new PolicyMatch(
            Optional.of(policy),
            policy.name() + " is for machines with " + oneLine(selector),
            undecided);
      }
      selection.undecided().ifPresent(why -> undecided.add(new Undecided(policy.name(), why)));
    }
    return new PolicyMatch(Optional.empty(), nobody(), undecided);
  }

  private String nobody() {
    return policies.size() == 1
        ? "the selector of " + policies.get(0).name() + " does not match"
        : "no selector of "
            + String.join(", ", policies.stream().map(LoadedPolicy::name).toList())
            + " matches";
  }

  private static String oneLine(Selector selector) {
    return selector.text().strip().replaceAll("\\s+", " ");
  }
}
