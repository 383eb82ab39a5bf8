package io.headroom.collector.examination;

import io.headroom.collector.AccessReport;
import io.headroom.collector.AgentSetup;
import io.headroom.collector.CollectionProblem;
import io.headroom.collector.Probe;
import io.headroom.collector.Scope;
import io.headroom.model.machine.Instance;
import java.time.Duration;
import java.util.List;

/**
 * What an examination found in a scope.
 *
 * @param machines how many machines there are
 * @param withoutMemory machines that run and have no memory metric, by id
 * @param notRunning how many of the others without one do not run, so that it says nothing
 * @param setup how those that run come by one
 * @param problems what could not be read
 */
public record ScopeFindings(
    Scope scope,
    AccessReport access,
    int machines,
    List<Instance> withoutMemory,
    int notRunning,
    List<AgentSetup.Group> setup,
    List<CollectionProblem> problems) {

  /**
   * How far the clocks may be apart: a fifth of a slot, and well within the five minutes after
   * which AWS refuses requests. Source: AWS, "Signing requests", time stamps.
   */
  public static final Duration CLOCK_BOUND = Duration.ofMinutes(1);

  /** Copies the lists. */
  public ScopeFindings {
    withoutMemory = List.copyOf(withoutMemory);
    setup = List.copyOf(setup);
    problems = problems.stream().sorted().distinct().toList();
  }

  /** Whether the clock of this machine is too far from the provider's. */
  public boolean isClockOff() {
    return access.ahead().filter(by -> by.abs().compareTo(CLOCK_BOUND) > 0).isPresent();
  }

  /** Whether there is nothing to mend. */
  public boolean isWell() {
    return access.failure().isEmpty()
        && access.probes().stream().allMatch(Probe::isAllowed)
        && withoutMemory.isEmpty()
        && problems.isEmpty()
        && !isClockOff();
  }
}
