package io.headroom.model.verdict;

import io.headroom.model.demand.Demands;
import io.headroom.model.demand.Required;
import io.headroom.model.machine.Instance;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the engine says of one machine, with everything it was concluded from.
 *
 * @param asOf end of the look-back window
 * @param policy name of the policy, empty if none is for this machine
 * @param finding what the machine is
 * @param reasons why, in a fixed order
 * @param demand the demand; absent if it could not be read at all
 * @param required the capacity it must have; absent if the present type is not known
 * @param options the types it could be, best first; empty if it should stay as it is
 * @param destination the type it would be without the step limit, if that is another one
 * @param fallbacks further types that fit, in the order to try them when capacity is refused
 * @param workers worker counts on the recommended type, or on the present one if it stays
 * @param rejected cheaper types of the candidate rules that do not do, nearest price first
 * @param excludedByRule how many types each candidate rule left out
 * @param notices what else to know
 */
public record Verdict(
    Instance instance,
    Instant asOf,
    String policy,
    Finding finding,
    List<FindingReason> reasons,
    Current current,
    Optional<Demands> demand,
    Optional<Required> required,
    List<Option> options,
    Optional<Option> destination,
    List<String> fallbacks,
    Optional<WorkerAdvice> workers,
    List<Rejection> rejected,
    SortedMap<String, Integer> excludedByRule,
    List<Notice> notices) {

  /** Copies the collections. */
  public Verdict {
    reasons = List.copyOf(reasons);
    options = List.copyOf(options);
    fallbacks = List.copyOf(fallbacks);
    rejected = List.copyOf(rejected);
    excludedByRule = Collections.unmodifiableSortedMap(new TreeMap<>(excludedByRule));
    notices = List.copyOf(notices);
  }

  /** Returns the recommendation, or nothing if the machine should stay as it is. */
  public Optional<Option> recommended() {
    return options.stream().findFirst();
  }
}
