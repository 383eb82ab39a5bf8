package io.headroom.engine.verdict;

import io.headroom.engine.candidate.Candidate;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.policy.ChangeRule;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.verdict.PerformanceRisk;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Whether a cheaper type is worth a change. */
final class Hysteresis {

  /** A fall of the risk by as many levels is worth a change by itself. */
  private static final int RISK_FALL = 2;

  private final ChangeRule rule;
  private final MonthlyPrice presentPrice;
  private final PerformanceRisk presentRisk;

  Hysteresis(ChangeRule rule, MonthlyPrice presentPrice, PerformanceRisk presentRisk) {
    this.rule = rule;
    this.presentPrice = presentPrice;
    this.presentRisk = presentRisk;
  }

  /** Whether the change to {@code candidate} saves enough, or saves anything and is much safer. */
  boolean isWorth(Candidate candidate) {
    MonthlySaving saving = presentPrice.minus(candidate.price());
    if (!saving.isPositive()) {
      return false;
    }
    if (presentRisk.level() - candidate.risk().level() >= RISK_FALL) {
      return true;
    }
    BigDecimal least =
        rule.minimumAmounts().getOrDefault(saving.currency().getCurrencyCode(), BigDecimal.ZERO);
    return saving.atLeast(rule.minimumSaving(), presentPrice)
        && saving.amount().compareTo(least) >= 0;
  }

  /** Whether the machine's type changed so short a while ago that it is left alone. */
  static boolean isCoolingDown(Instance instance, ChangeRule rule, Instant asOf) {
    List<TypeChange> changes = instance.type().changes();
    // the first entry is where the history begins, not a change, unless a resize of ours made it
    return changes.stream()
        .filter(change -> change.madeByHeadroom() || !change.equals(changes.get(0)))
        .anyMatch(
            change ->
                !change.from().isAfter(asOf) && change.from().plus(rule.coolDown()).isAfter(asOf));
  }
}
