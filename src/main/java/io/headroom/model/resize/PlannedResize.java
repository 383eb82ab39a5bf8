package io.headroom.model.resize;

import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.verdict.Blocker;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What would be done to one machine.
 *
 * @param from the type it has
 * @param goal the type it should get
 * @param fallbacks types to try, in this order, when the cloud refuses capacity for the goal
 * @param workers counts before and after; absent if its workers are not known or not managed
 * @param group machines of the same group stand in for each other; absent if it has none
 * @param saving what a month of the goal saves; absent if a price is not known
 * @param downtime how long the machine is expected to be away
 * @param findings what stands in the way or is not known yet
 */
public record PlannedResize(
    MachineRef machine,
    String from,
    String goal,
    List<String> fallbacks,
    Optional<WorkerChange> workers,
    Optional<String> group,
    Optional<MonthlySaving> saving,
    Duration downtime,
    List<Blocker> findings) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if the goal is the type it has
   */
  public PlannedResize {
    if (from.equals(goal)) {
      throw new IllegalArgumentException(
          "Invalid resize of " + machine.id() + ": from " + from + " to the same type");
    }
    fallbacks = List.copyOf(fallbacks);
    findings = List.copyOf(findings);
  }

  /** Returns every type the machine may end with, best first and the present one last. */
  public List<String> allowedTypes() {
    LinkedHashSet<String> types = new LinkedHashSet<>();
    types.add(goal);
    types.addAll(fallbacks);
    types.remove(from);
    types.add(from);
    return List.copyOf(types);
  }

  /** Returns the way back from {@code present}, one of the allowed types, to where it started. */
  public PlannedResize reversedFrom(String present) {
    return new PlannedResize(
        machine,
        present,
        from,
        List.of(),
        workers.map(WorkerChange::reversed),
        group,
        Optional.empty(),
        downtime,
        List.of());
  }
}
