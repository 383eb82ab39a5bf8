package io.headroom.engine.candidate;

import io.headroom.engine.demand.Usage;
import io.headroom.engine.replay.CreditOutcome;
import io.headroom.engine.replay.CreditReplay;
import io.headroom.model.catalog.Burst;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.verdict.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * Whether CPU credits of a burstable EC2 type last for the recorded demand, and what surplus costs.
 */
final class BurstJudge {

  private final Optional<Usage> means;
  private final CreditMode mode;
  private final List<TimeRange> stopped;

  BurstJudge(Optional<Usage> means, CreditMode mode, List<TimeRange> stopped) {
    this.means = means;
    this.mode = mode;
    this.stopped = stopped;
  }

  /**
   * What the replay says of a type.
   *
   * @param refusal why it does not do, if it does not
   * @param surplus what surplus credits cost a month, if it does
   */
  record Judgement(Optional<Refusal> refusal, Optional<MonthlyPrice> surplus) {}

  /** Judges a type; one without CPU credits passes. */
  Judgement judge(InstanceType type) {
    Optional<Burst.Credits> credits =
        type.burst()
            .flatMap(burst -> burst.match(Optional::of, shared -> Optional.<Burst.Credits>empty()));
    if (credits.isEmpty() || means.isEmpty()) {
      return new Judgement(Optional.empty(), Optional.empty());
    }
    CreditOutcome outcome =
        CreditReplay.play(means.get(), credits.get(), mode, type.vcpus(), stopped);
    if (outcome.judgedHours() == 0) {
      return refused(new Refusal.CreditsNotJudged());
    }
    return mode == CreditMode.STANDARD && !outcome.runsFreely()
        ? refused(new Refusal.Throttled(outcome.throttledSlots()))
        : new Judgement(
            Optional.empty(),
            mode == CreditMode.UNLIMITED
                ? Optional.of(outcome.surplusPrice(credits.get()))
                : Optional.empty());
  }

  private static Judgement refused(Refusal refusal) {
    return new Judgement(Optional.of(refusal), Optional.empty());
  }
}
