package io.headroom.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.model.catalog.Burst;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.unit.VCpus;
import io.headroom.testing.Machines;
import io.headroom.testing.Samples;
import io.headroom.testing.Types;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A t3.medium earns 24 credits an hour, 2 in five minutes, holds 576 and has 2 vCPUs. */
class CreditReplayTest {

  private static final VCpus TWO = new VCpus(2);
  private static final Burst.Credits T3_MEDIUM = credits(Types.t3Medium());

  /** A t2.small earns 12 an hour, holds 288, has one vCPU and 30 launch credits. */
  private static final Burst.Credits T2_SMALL =
      credits(Types.ec2("t2.small", 1, 2048).credits(12, 288, 30));

  private static Burst.Credits credits(Types type) {
    Burst burst = type.type().burst().orElseThrow();
    return burst.match(Optional::of, shared -> Optional.<Burst.Credits>empty()).orElseThrow();
  }

  private static CreditReplay replay(double balance, CreditMode mode) {
    return CreditReplay.from(balance, T3_MEDIUM, mode, TWO);
  }

  /** Plays {@code hours} hours of {@code used} vCPUs in slots of five minutes. */
  private static CreditReplay played(CreditReplay replay, int hours, double used) {
    for (int slot = 0; slot < hours * 12; slot++) {
      replay.slot(slot * 300L, 300, used);
    }
    return replay;
  }

  // the worked figures: 40 % of 2 vCPUs spend 4 credits a slot and earn 2, 1152 more in 48 hours

  @Test
  void fortyPercentForTwoDaysFromAFullBalanceInStandardMode() {
    CreditReplay replay = played(replay(576, CreditMode.STANDARD), 48, 0.8);
    assertThat(replay.balance()).isZero();
    assertThat(replay.surplus()).isZero();
    assertThat(replay.charged()).isZero();
  }

  @Test
  void fortyPercentForTwoDaysFromAFullBalanceInUnlimitedMode() {
    CreditReplay replay = played(replay(576, CreditMode.UNLIMITED), 48, 0.8);
    assertThat(replay.balance()).isZero();
    assertThat(replay.surplus()).isCloseTo(576, within(1e-6));
    assertThat(replay.charged()).isCloseTo(0, within(1e-6));
  }

  @Test
  void fortyPercentForTwoDaysFromAnEmptyBalanceInUnlimitedMode() {
    CreditReplay replay = played(replay(0, CreditMode.UNLIMITED), 48, 0.8);
    assertThat(replay.surplus()).isCloseTo(576, within(1e-6));
    // 576 vCPU-minutes × 0.05 ÷ 60 = 0.48 USD
    assertThat(replay.charged()).isCloseTo(576, within(1e-6));
  }

  @Test
  void whatIsSpentAtTheBaselineIsEarned() {
    // 20 % of 2 vCPUs
    CreditReplay replay = played(replay(100, CreditMode.STANDARD), 24, 0.4);
    assertThat(replay.balance()).isCloseTo(100, within(1e-6));
    assertThat(replay.outcome().throttledInWarmUp()).isZero();
  }

  @Test
  void anIdleMachineAccruesADayOfEarning() {
    assertThat(played(replay(0, CreditMode.STANDARD), 12, 0).balance()).isEqualTo(288);
    assertThat(played(replay(0, CreditMode.STANDARD), 48, 0).balance()).isEqualTo(576);
    assertThat(played(replay(0, CreditMode.UNLIMITED), 48, 0).balance()).isEqualTo(576);
  }

  @Test
  void surplusIsPaidBackBeforeABalanceGrows() {
    CreditReplay replay = played(replay(0, CreditMode.UNLIMITED), 1, 0.8);
    assertThat(replay.surplus()).isCloseTo(24, within(1e-6));
    replay.slot(3600, 300, 0);
    assertThat(replay.surplus()).isCloseTo(22, within(1e-6));
    assertThat(replay.balance()).isZero();
  }

  @Test
  void noMoreIsSpentThanTheTypeHas() {
    // 8 vCPUs of another machine are 2 here: 10 credits spent, 2 earned
    CreditReplay replay = replay(100, CreditMode.STANDARD);
    replay.slot(0, 300, 8);
    assertThat(replay.balance()).isEqualTo(92);
  }

  @Test
  void theFirstDayIsNotJudged() {
    CreditOutcome outcome = played(replay(0, CreditMode.STANDARD), 30, 0.8).outcome();
    assertThat(outcome.throttledInWarmUp()).isEqualTo(288);
    assertThat(outcome.throttledSlots()).isEqualTo(72);
    assertThat(outcome.judgedHours()).isCloseTo(6, within(1e-9));
    assertThat(outcome.runsFreely()).isFalse();
  }

  @Test
  void aDayAloneIsNotEnoughToJudge() {
    CreditOutcome outcome = played(replay(0, CreditMode.STANDARD), 24, 0.1).outcome();
    assertThat(outcome.judgedHours()).isZero();
    assertThat(outcome.lowestBalance()).isZero();
    assertThat(outcome.runsFreely()).isFalse();
    assertThat(outcome.surplusPrice(T3_MEDIUM))
        .isEqualTo(new MonthlyPrice(BigDecimal.ZERO, Types.USD));
  }

  @Test
  void aMachineBelowItsBaselineRunsFreely() {
    CreditOutcome outcome = played(replay(0, CreditMode.STANDARD), 48, 0.3).outcome();
    assertThat(outcome.runsFreely()).isTrue();
    // 24 hours at 0.1 vCPU below the baseline, and one more slot: 144.5
    assertThat(outcome.lowestBalance()).isCloseTo(144.5, within(1e-6));
  }

  @Test
  void singlePrecisionNoiseDoesNotThrottle() {
    // 0.4 as a float is 0.4000000059
    CreditOutcome outcome = played(replay(0, CreditMode.STANDARD), 48, 0.4f).outcome();
    assertThat(outcome.throttledSlots()).isZero();
    assertThat(played(replay(0, CreditMode.STANDARD), 48, 0.40001).outcome().throttledSlots())
        .isPositive();
  }

  @Test
  void surplusOfAMonthIsPricedByTheObservedHours() {
    // unlimited at 1 vCPU: 0.6 vCPU above the baseline all the time, 0.6 × 730 × 0.05
    CreditOutcome outcome = played(replay(0, CreditMode.UNLIMITED), 72, 1).outcome();
    assertThat(outcome.judgedHours()).isCloseTo(48, within(1e-9));
    assertThat(outcome.surplusVcpuHours()).isCloseTo(28.8, within(1e-9));
    assertThat(outcome.surplusPrice(T3_MEDIUM))
        .isEqualTo(new MonthlyPrice(new BigDecimal("21.9"), Types.USD));
  }

  @Test
  void surplusThatIsPaidBackCostsNothing() {
    CreditReplay replay = played(replay(0, CreditMode.UNLIMITED), 24, 0.8);
    for (int slot = 288; slot < 2 * 288; slot++) {
      replay.slot(slot * 300L, 300, 0);
    }
    assertThat(replay.outcome().surplusVcpuHours()).isZero();
  }

  @Test
  void slotsOfAnyLengthAddUp() {
    CreditReplay replay = replay(100, CreditMode.STANDARD);
    replay.slot(0, 3600, 0.8);
    // an hour at 0.8 vCPU spends 48 and earns 24
    assertThat(replay.balance()).isCloseTo(76, within(1e-9));
  }

  // launch credits and stops

  @Test
  void launchCreditsAreSpentFirstAndDoNotAccrue() {
    // t2.small at 0.4 vCPU: spends 2 a slot and earns 1; 30 last for 15 slots
    CreditReplay replay = CreditReplay.from(0, T2_SMALL, CreditMode.STANDARD, new VCpus(1));
    for (int slot = 0; slot < 15; slot++) {
      replay.slot(slot * 300L, 300, 0.4);
    }
    // what was earned meanwhile is there
    assertThat(replay.balance()).isCloseTo(15, within(1e-9));
    replay.slot(15 * 300L, 300, 0.4);
    assertThat(replay.balance()).isCloseTo(14, within(1e-9));
  }

  @Test
  void unlimitedModeHasNoLaunchCredits() {
    CreditReplay replay = CreditReplay.from(0, T2_SMALL, CreditMode.UNLIMITED, new VCpus(1));
    replay.slot(0, 300, 0.4);
    assertThat(replay.surplus()).isCloseTo(1, within(1e-9));
  }

  private static TimeRange stop(int daysBefore, Duration length) {
    return TimeRange.startingAt(Machines.AS_OF.minus(Duration.ofDays(daysBefore)), length);
  }

  /**
   * Idle for twenty days but for {@code slots} slots at one vCPU right after a stop of {@code
   * length} that began eight days before the end.
   */
  private static CreditOutcome afterStop(
      Burst.Credits type, CreditMode mode, Duration length, int slots) {
    Duration back = Duration.ofDays(8).minus(length);
    List<TimeRange> stopped = List.of(stop(30, Duration.ofHours(1)), stop(8, length));
    InstanceBuilder machine = Machines.ec2("m5.2xlarge").stopped(stopped);
    Samples samples = Samples.cpuVcpus(20).from(back, slots, 1);
    return CreditReplay.play(Plays.cpu(machine, samples), type, mode, new VCpus(1), stopped);
  }

  @Test
  void t2LosesItsBalanceAtAStopAndGetsNewLaunchCredits() {
    // each slot spends 5 and earns 1: 30 launch credits pay for 6 slots, in which 6 are earned;
    // then 4 more than earned each slot, which those 6 pay for once
    assertThat(throttled(T2_SMALL, Duration.ofHours(1), 7)).isZero();
    assertThat(throttled(T2_SMALL, Duration.ofHours(1), 8)).isEqualTo(1);
  }

  @Test
  void othersKeepTheirBalanceForSevenDays() {
    Burst.Credits kept = credits(Types.ec2("t3.small", 1, 2048).credits(12, 288, 0));
    // 288 kept pay for 72 slots of 4 more than earned
    assertThat(throttled(kept, Duration.ofDays(7), 72)).isZero();
    assertThat(throttled(kept, Duration.ofDays(7), 73)).isEqualTo(1);
    assertThat(throttled(kept, Duration.ofDays(7).plusMinutes(5), 1)).isEqualTo(1);
  }

  private static long throttled(Burst.Credits type, Duration length, int slots) {
    return afterStop(type, CreditMode.STANDARD, length, slots).throttledSlots();
  }

  @Test
  void surplusOwedIsChargedAtAStop() {
    Burst.Credits type = credits(Types.ec2("t3.small", 1, 2048).credits(12, 288, 0));
    List<TimeRange> stopped = List.of(stop(8, Duration.ofHours(1)));
    InstanceBuilder machine = Machines.ec2("m5.2xlarge").stopped(stopped);
    // 288 credits pay for 72 slots, twelve more spend 48 ahead, and the stop comes before they are
    // paid back
    Samples samples = Samples.cpuVcpus(20).from(Duration.ofDays(8).plusHours(7), 84, 1);
    CreditOutcome outcome =
        CreditReplay.play(
            Plays.cpu(machine, samples), type, CreditMode.UNLIMITED, new VCpus(1), stopped);
    assertThat(outcome.surplusVcpuHours()).isCloseTo(0.8, within(1e-9));
    CreditOutcome running =
        CreditReplay.play(Plays.cpu(samples), type, CreditMode.UNLIMITED, new VCpus(1), List.of());
    assertThat(running.surplusVcpuHours()).isZero();
  }
}
