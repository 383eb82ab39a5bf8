package io.headroom.policy.file;

import io.headroom.document.MappingNode;
import io.headroom.model.policy.ExecutionRule;
import io.headroom.model.policy.Policy;
import io.headroom.policy.selector.Selector;
import java.util.Optional;

/**
 * A policy as it was read from a file.
 *
 * @param policy what decides what a machine should be
 * @param selector which machines it is for; absent means all of them
 * @param execution how recommendations become changes
 * @param origin name of the file it was read from
 * @param effective every key with its value, also those it takes from the policy it extends
 */
public record LoadedPolicy(
    Policy policy,
    Optional<Selector> selector,
    ExecutionRule execution,
    String origin,
    MappingNode effective) {

  /** Returns the name of the policy. */
  public String name() {
    return policy.name();
  }

  /** Returns the identity of its content. */
  public ContentHash hash() {
    return ContentHash.of(effective);
  }
}
