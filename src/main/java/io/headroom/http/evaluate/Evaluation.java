package io.headroom.http.evaluate;

import io.headroom.model.machine.Observation;
import io.headroom.policy.file.LoadedPolicy;
import java.time.Instant;
import java.util.List;

/**
 * Everything one verdict is made from.
 *
 * @param policies in the order in which they are tried
 * @param asOf end of the look-back window
 */
record Evaluation(Observation machine, List<LoadedPolicy> policies, Instant asOf) {

  Evaluation {
    policies = List.copyOf(policies);
  }
}
