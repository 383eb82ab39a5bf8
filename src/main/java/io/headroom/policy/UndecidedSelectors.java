package io.headroom.policy;

import io.headroom.model.machine.Instance;
import io.headroom.policy.PolicyMatch.Undecided;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gathers over a fleet which selectors could not tell, so that each policy is named once and not
 * once a machine. May be filled by several threads; the order does not matter.
 */
public final class UndecidedSelectors {

  private final SortedMap<String, Tally> byPolicy = new TreeMap<>();

  /** Notes what was undecided for a machine. */
  public synchronized void note(Instance instance, PolicyMatch choice) {
    for (Undecided undecided : choice.undecided()) {
      byPolicy.merge(undecided.policy(), new Tally(instance.id(), undecided.why(), 1), Tally::plus);
    }
  }

  /** Returns one sentence for each policy whose selector could not tell, by policy. */
  public synchronized List<Problem> problems() {
    return byPolicy.entrySet().stream()
        .map(entry -> new Problem(entry.getKey(), entry.getValue().words(entry.getKey())))
        .toList();
  }

  /**
   * What is wrong with the selector of a policy.
   *
   * @param policy name of the policy
   * @param message what is missing and what to do
   */
  public record Problem(String policy, String message) {}

  /** The first machine by id, so that the sentence is the same whatever the order. */
  private record Tally(String instance, String why, int machines) {

    Tally plus(Tally other) {
      Tally first = instance.compareTo(other.instance) <= 0 ? this : other;
      return new Tally(first.instance, first.why, machines + other.machines);
    }

    String words(String policy) {
      return "Cannot tell whether "
          + policy
          + " is for "
          + instance
          + (machines == 1 ? "" : " and " + (machines - 1) + " more")
          + ": "
          + why
          + "; taken as no, ask with has(…) or in first";
    }
  }
}
