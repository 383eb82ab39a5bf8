package io.headroom.engine.verdict;

import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceState;
import io.headroom.model.policy.Policy;
import io.headroom.model.verdict.FindingReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who or what says hands off. */
final class Exclusions {

  private Exclusions() {}

  static List<FindingReason> of(Instance instance, Policy policy, Instant asOf) {
    List<FindingReason> reasons = new ArrayList<>();
    boolean optedOut =
        policy.change().optOutTags().stream()
            .anyMatch(
                key ->
                    instance.tags().containsKey(key)
                        && !"false".equalsIgnoreCase(instance.tags().get(key)));
    if (optedOut) {
      reasons.add(FindingReason.OPTED_OUT);
    }
    if (policy.calendar().freezeAt(asOf).isPresent()) {
      reasons.add(FindingReason.FROZEN);
    }
    if (instance.state() == InstanceState.STOPPED || instance.state() == InstanceState.SUSPENDED) {
      reasons.add(FindingReason.STOPPED);
    }
    return reasons;
  }
}
