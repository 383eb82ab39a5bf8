package io.headroom.executor.plan;

import io.headroom.model.policy.ExecutionRule.Approval;
import io.headroom.model.resize.ResizePlan;
import java.util.Optional;

/** Who may say yes to a plan. */
public final class Approvals {

  private Approvals() {}

  /** Returns why {@code person} may not approve the plan; nothing if they may. */
  public static Optional<String> objection(Approval rule, ResizePlan plan, String person) {
    return switch (rule) {
      case NONE, REQUIRED -> Optional.empty();
      case BY_ANOTHER_PERSON ->
          person.equals(plan.requestedBy())
              ? Optional.of(
                  "Cannot approve the plan: "
                      + person
                      + " asked for it; somebody else must approve it")
              : Optional.empty();
    };
  }
}
