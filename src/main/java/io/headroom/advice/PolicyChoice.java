package io.headroom.advice;

import io.headroom.model.machine.Instance;
import io.headroom.model.policy.Policy;
import java.util.Optional;

/** Says which policy is for a machine. Implementations are safe for use by several threads. */
@FunctionalInterface
public interface PolicyChoice {

  /** Returns the policy for {@code instance}, or nothing if none is. */
  Optional<Policy> of(Instance instance);
}
