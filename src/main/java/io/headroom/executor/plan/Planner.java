package io.headroom.executor.plan;

import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceState;
import io.headroom.model.policy.ExecutionRule.TerraformRule;
import io.headroom.model.resize.HeldBack;
import io.headroom.model.resize.MachineRef;
import io.headroom.model.resize.PlannedResize;
import io.headroom.model.resize.ResizePlan;
import io.headroom.model.resize.WorkerChange;
import io.headroom.model.resize.WorkerCounts;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.verdict.Blocker;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.WorkerAdvice;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes a plan from the recommendations of a fleet: what needs growth comes first, then what saves
 * most; what is blocked, or more than one run may change, is held back with the reason.
 */
public final class Planner {

  /** A stop, a change and a start; 192 s were measured for a type change on EC2. */
  private static final Duration DOWNTIME = Duration.ofMinutes(4);

  private final Duration validity;

  /** Makes plans that expire after {@code validity}. */
  public Planner(Duration validity) {
    this.validity = validity;
  }

  /**
   * Returns the plan for {@code proposals}.
   *
   * @param fleet how many machines there are, with those that need no change
   */
  public ResizePlan plan(List<Proposal> proposals, int fleet, Instant now, String requestedBy) {
    List<PlannedResize> resizes = new ArrayList<>();
    List<HeldBack> heldBack = new ArrayList<>();
    for (Proposal proposal : inOrder(proposals)) {
      Option option = proposal.verdict().recommended().orElseThrow();
      int most = PlanLimit.of(proposal.rule().limit(), fleet);
      Optional<String> obstacle = obstacle(proposal, option);
      if (obstacle.isPresent()) {
        heldBack.add(heldBack(proposal, option, obstacle.get()));
      } else if (resizes.size() >= most) {
        heldBack.add(heldBack(proposal, option, "one run changes at most " + most + " machines"));
      } else {
        resizes.add(planned(proposal, option));
      }
    }
    return new ResizePlan(TimeRange.startingAt(now, validity), requestedBy, resizes, heldBack);
  }

  /** A dearer option comes first: that machine is short of something. */
  private static List<Proposal> inOrder(List<Proposal> proposals) {
    return proposals.stream()
        .filter(proposal -> proposal.verdict().recommended().isPresent())
        .sorted(
            Comparator.comparing(Planner::saved)
                .thenComparing(proposal -> proposal.verdict().instance().id()))
        .toList();
  }

  /** Growth, then savings from the largest on. */
  private static BigDecimal saved(Proposal proposal) {
    BigDecimal amount =
        proposal
            .verdict()
            .recommended()
            .flatMap(Option::saving)
            .map(MonthlySaving::amount)
            .orElse(BigDecimal.ZERO);
    return amount.signum() < 0 ? amount.subtract(BigDecimal.valueOf(1e12)) : amount.negate();
  }

  private static Optional<String> obstacle(Proposal proposal, Option option) {
    Instance instance = proposal.verdict().instance();
    if (instance.state() != InstanceState.RUNNING) {
      return Optional.of("it is " + instance.state().id());
    }
    if (proposal.rule().terraform() == TerraformRule.LEAVE_ALONE
        && instance.tags().containsKey("terraform")) {
      return Optional.of("Terraform owns it");
    }
    return option.blockers().stream()
        .filter(blocker -> blocker.kind() == Blocker.Kind.BLOCKS)
        .findFirst()
        .map(Blocker::text);
  }

  private static HeldBack heldBack(Proposal proposal, Option option, String reason) {
    Instance instance = proposal.verdict().instance();
    return new HeldBack(
        MachineRef.of(instance), instance.type().present(), option.instanceType(), reason);
  }

  private static PlannedResize planned(Proposal proposal, Option option) {
    Instance instance = proposal.verdict().instance();
    return new PlannedResize(
        MachineRef.of(instance),
        instance.type().present(),
        option.instanceType(),
        proposal.verdict().fallbacks(),
        option.workers().flatMap(Planner::workers),
        proposal
            .rule()
            .groups()
            .flatMap(group -> Optional.ofNullable(instance.tags().get(group.tag()))),
        option.saving(),
        DOWNTIME,
        option.blockers());
  }

  /** Workers are only changed where it is known how many there are. */
  private static Optional<WorkerChange> workers(WorkerAdvice advice) {
    if (advice.current().isEmpty()) {
      return Optional.empty();
    }
    OptionalInt background =
        advice.backgroundCurrent().isPresent()
            ? advice.backgroundRecommended()
            : OptionalInt.empty();
    return Optional.of(
        new WorkerChange(
            new WorkerCounts(advice.current().getAsInt(), advice.backgroundCurrent()),
            new WorkerCounts(advice.recommended(), background)));
  }
}
