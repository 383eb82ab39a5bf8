package io.headroom.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.engine.SizingEngine;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.Share;
import io.headroom.model.unit.TimeRange;
import io.headroom.testing.Hosts;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Regions;
import io.headroom.testing.Samples;
import io.headroom.testing.Types;
import io.headroom.testing.Workers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SizeReplayTest {

  private static final InstanceType T3_MEDIUM = Types.t3Medium().type();
  private static final Duration ONE_DAY = Duration.ofDays(1);
  private static final InstanceType TWO_VCPUS = Types.ec2("m5.large", 2, 8192).type();

  private static SizeReplay replay(InstanceBuilder machine, Samples... samples) {
    return replay(TimeRange.endingAt(Machines.AS_OF, Duration.ofDays(42)), machine, samples);
  }

  private static SizeReplay replay(TimeRange window, InstanceBuilder machine, Samples... samples) {
    return SizingEngine.replay(
            Machines.observed(machine, samples),
            Policies.peakPlusHalf().build(),
            Regions.ec2(),
            window)
        .orElseThrow();
  }

  private static InstanceBuilder eightVcpus() {
    return Machines.ec2("m5.2xlarge");
  }

  @Test
  void whatFitsNeverWaits() {
    ReplayOutcome outcome = replay(eightVcpus(), Samples.cpuVcpus(2).flat(1.9)).play(TWO_VCPUS);
    assertThat(outcome.cpu()).contains(QueueOutcome.fits(576, 2));
    assertThat(outcome.burst()).isEmpty();
    assertThat(outcome.workers()).isEmpty();
  }

  @Test
  void exactlyTheCapacityIsSaturated() {
    QueueOutcome cpu =
        replay(eightVcpus(), Samples.cpuVcpus(1).flat(2)).play(TWO_VCPUS).cpu().orElseThrow();
    assertThat(cpu.saturated()).isEqualTo(Duration.ofDays(1));
    assertThat(cpu.slotsOver()).isZero();
    assertThat(cpu.delays()).isEqualTo(Delays.NONE);
  }

  @Test
  void whatWasNotRecordedIsAbsentNotZero() {
    ReplayOutcome cpuOnly = replay(eightVcpus(), Samples.cpuVcpus(2).flat(1)).play(TWO_VCPUS);
    assertThat(cpuOnly.memory()).isEmpty();
    ReplayOutcome memoryOnly = replay(eightVcpus(), Samples.memoryMib(2).flat(1)).play(T3_MEDIUM);
    assertThat(memoryOnly.cpu()).isEmpty();
    assertThat(memoryOnly.burst()).isEmpty();
    assertThat(memoryOnly.memory()).contains(MemoryOutcome.fits(576));
  }

  @Test
  void playsOnlyTheWindow() {
    Samples samples = Samples.cpuVcpus(4).flat(1).from(Duration.ofDays(1), 12, 4);
    TimeRange before =
        new TimeRange(
            Machines.AS_OF.minus(Duration.ofDays(3)), Machines.AS_OF.minus(Duration.ofDays(1)));
    QueueOutcome cpu = replay(before, eightVcpus(), samples).play(TWO_VCPUS).cpu().orElseThrow();
    assertThat(cpu).isEqualTo(QueueOutcome.fits(576, 2));
  }

  @Test
  void saysOnHowManyDaysAndWhenItWasWorst() {
    // two hours of 3 vCPUs on two vCPUs leave 2 h × 1 vCPU: an hour of two vCPUs
    Samples samples =
        Samples.cpuVcpus(4)
            .flat(0)
            .from(Duration.ofHours(61), 12, 3)
            .from(Duration.ofHours(36), 24, 3);
    Delays delays = replay(eightVcpus(), samples).play(TWO_VCPUS).cpu().orElseThrow().delays();
    assertThat(delays.days()).isEqualTo(2);
    assertThat(delays.worst()).isEqualTo(Duration.ofHours(1));
    assertThat(delays.worstAt())
        .contains(Machines.AS_OF.minus(Duration.ofHours(34)).minusSeconds(300));
    assertThat(delays.left()).isEqualTo(Duration.ZERO);
  }

  @Test
  void anUnknownPresentTypeGivesNothing() {
    assertThat(
            SizingEngine.replay(
                Machines.observed(Machines.ec2("z9.huge"), Samples.cpuVcpus(1)),
                Policies.peakPlusHalf().build(),
                Regions.ec2(),
                TimeRange.endingAt(Machines.AS_OF, Duration.ofDays(1))))
        .isEmpty();
  }

  // CPU credits: a t3.medium earns 0.4 vCPU, holds 576 credits after a day of nothing and has 2
  // vCPUs; then 18 hours of one vCPU spend 0.6 more than earned, for which 576 last 16 hours

  private static Samples eighteenHours() {
    return Samples.cpuVcpus(3).flat(0).from(ONE_DAY, 18 * 12, 1);
  }

  @Test
  void withoutCreditsStandardModeServesItsBaselineAndWorkWaits() {
    ReplayOutcome outcome =
        replay(eightVcpus().creditMode(CreditMode.STANDARD), eighteenHours()).play(T3_MEDIUM);
    // two hours leave 0.6 × 7200 vCPU-seconds, which 0.4 vCPU take three hours for
    QueueOutcome cpu = outcome.cpu().orElseThrow();
    assertThat(cpu.delays().worst()).isEqualTo(Duration.ofHours(3));
    assertThat(cpu.delays().left()).isEqualTo(Duration.ZERO);
    assertThat(cpu.slotsOver()).isZero();
    // the last of the 60 slots of those five hours asks for no more than is earned in it
    BurstOutcome burst = outcome.burst().orElseThrow();
    assertThat(burst.exhausted()).isEqualTo(Duration.ofMinutes(295));
    assertThat(burst.judged()).isEqualTo(Duration.ofDays(2));
    assertThat(burst.surplus()).isEmpty();
  }

  @Test
  void aBalanceThatIsLeftShortensTheWait() {
    // 16 h of one vCPU use up the balance but for the last slot; then 4 vCPUs come for one slot,
    // 1200 vCPU-seconds, of which 0.4 × 300 = 120 are earned in it: 1080 wait for 0.4 vCPU
    Samples samples =
        Samples.cpuVcpus(3).flat(0).from(ONE_DAY, 192, 1).from(Duration.ofHours(8), 1, 4);
    InstanceBuilder machine = eightVcpus().creditMode(CreditMode.STANDARD);
    assertThat(worst(machine, samples)).isEqualTo(Duration.ofMinutes(45));
    // an hour less leaves 0.6 × 60 = 36 credits: 2160 vCPU-seconds. In the slot two vCPUs do 600,
    // 480 of them from the balance. 600 wait, and 1680 beside 0.4 vCPU would last for 1050 s of
    // two vCPUs: 600 ÷ 2
    Samples rested =
        Samples.cpuVcpus(3).flat(0).from(ONE_DAY, 180, 1).from(Duration.ofHours(9), 1, 4);
    assertThat(worst(machine, rested)).isEqualTo(Duration.ofMinutes(5));
  }

  private static Duration worst(InstanceBuilder machine, Samples samples) {
    return replay(machine, samples).play(T3_MEDIUM).cpu().orElseThrow().delays().worst();
  }

  @Test
  void unlimitedModeServesOnAndOwesSurplus() {
    ReplayOutcome outcome =
        replay(eightVcpus().creditMode(CreditMode.UNLIMITED), eighteenHours()).play(T3_MEDIUM);
    assertThat(outcome.cpu())
        .contains(new QueueOutcome(864, 3, 0, Duration.ZERO, 0, Share.NONE, Delays.NONE));
    BurstOutcome burst = outcome.burst().orElseThrow();
    // 24 slots spend 3 credits more than earned, and 36 of 2 earn them back, 0 after the last
    assertThat(burst.exhausted()).isEqualTo(Duration.ofMinutes(295));
    assertThat(burst.surplus()).contains(new MonthlyPrice(BigDecimal.ZERO, Types.USD));
  }

  @Test
  void unlimitedModeChargesWhatIsNotEarnedBack() {
    // 1 vCPU all the time: 0.6 vCPU above the baseline × 730 × 0.05
    BurstOutcome burst =
        replay(eightVcpus().creditMode(CreditMode.UNLIMITED), Samples.cpuVcpus(3).flat(1))
            .play(T3_MEDIUM)
            .burst()
            .orElseThrow();
    assertThat(burst.surplus()).contains(new MonthlyPrice(new BigDecimal("21.9"), Types.USD));
    assertThat(burst.exhausted()).isEqualTo(Duration.ofDays(2));
  }

  @Test
  void theFirstDayWithoutCreditsHoldsNothingBack() {
    ReplayOutcome outcome =
        replay(
                eightVcpus().creditMode(CreditMode.STANDARD),
                Samples.cpuVcpus(2).flat(0.1).from(Duration.ofDays(2), 24, 2))
            .play(T3_MEDIUM);
    assertThat(outcome.cpu().orElseThrow().delays()).isEqualTo(Delays.NONE);
    assertThat(outcome.burst().orElseThrow().exhausted()).isEqualTo(Duration.ZERO);
  }

  @Test
  void theCreditModeIsTheMachinesElseThePolicys() {
    // the policy says standard, and an m5 has no mode
    assertThat(modeOn(eightVcpus())).contains(CreditMode.STANDARD);
    assertThat(modeOn(eightVcpus().creditMode(CreditMode.UNLIMITED)))
        .contains(CreditMode.UNLIMITED);
    assertThat(modeOn(Machines.ec2("t3.large"))).contains(CreditMode.UNLIMITED);
    assertThat(modeOn(Machines.ec2("t2.small"))).contains(CreditMode.STANDARD);
  }

  private static Optional<CreditMode> modeOn(InstanceBuilder machine) {
    return replay(machine, Samples.cpuVcpus(2).flat(0.1))
        .play(T3_MEDIUM)
        .burst()
        .orElseThrow()
        .mode();
  }

  @Test
  void aSharedCoreServesItsSustainedPart() {
    ReplayOutcome outcome =
        replay(eightVcpus(), Samples.cpuVcpus(1).flat(0.1).from(Duration.ofHours(12), 6, 0.5))
            .play(Types.gce("e2-micro", 2, 1024).sharedCore(0.25).type());
    // half an hour leaves 0.25 × 1800 = 450 vCPU-seconds of 0.25 vCPU
    assertThat(outcome.cpu().orElseThrow().delays().worst()).isEqualTo(Duration.ofMinutes(30));
    BurstOutcome burst = outcome.burst().orElseThrow();
    assertThat(burst.mode()).isEmpty();
    assertThat(burst.judged()).isEqualTo(Duration.ofDays(1));
    // 450 are worked off at 0.25 − 0.1: ten slots, after the last of which nothing waits
    assertThat(burst.exhausted()).isEqualTo(Duration.ofMinutes(30 + 45));
    assertThat(burst.surplus()).isEmpty();
  }

  @Test
  void whatASharedCoreOfItsOwnWasSeenToServeItServed() {
    InstanceType micro = Types.gce("e2-micro", 2, 1024).sharedCore(0.25).type();
    ReplayOutcome outcome =
        SizingEngine.replay(
                Machines.observed(Machines.gce("e2-micro"), Samples.cpuVcpus(1).flat(0.8)),
                Policies.peakPlusHalf().build(),
                Regions.gce(),
                TimeRange.endingAt(Machines.AS_OF, ONE_DAY))
            .orElseThrow()
            .play(micro);
    assertThat(outcome.cpu()).contains(QueueOutcome.fits(288, 1));
    assertThat(outcome.burst().orElseThrow().exhausted()).isEqualTo(ONE_DAY);
  }

  // workers: 33 of 100 MiB beside 1700 MiB, 5000 MiB in all; needed are floor(2 × 1.5) + 1 = 4

  private static final HostProfile BENCH = Hosts.host().web(Workers.measured(33, 100, 100)).build();

  private static SizeReplay bench() {
    return replay(
        eightVcpus().host(BENCH),
        Samples.cpuVcpus(20).flat(1.5),
        Samples.memoryMib(20).flat(4000).from(Duration.ofHours(12), 1, 5000));
  }

  @Test
  void whatFewerWorkersFreeIsTakenOff() {
    // 4096 MiB ÷ 1.5 = 2730: 33 − floor((5000 − 2730.67) ÷ 100) − 1 = 10 workers fit, five by vCPU
    ReplayOutcome outcome = bench().play(Types.ec2("c5.large", 2, 4096).type());
    assertThat(outcome.workers().orElseThrow().holds()).isEqualTo(5);
    assertThat(outcome.workers().orElseThrow().needed()).isEqualTo(4);
    // 28 workers fewer free 2800: 2200 at the peak
    assertThat(outcome.memory().orElseThrow().events()).isZero();
  }

  @Test
  void whereTheNeededWorkersDoNotFitMemoryIsPlayedAsRecorded() {
    // 3000 MiB ÷ 1.5 = 2000: 3 workers fit, 4 are needed, so nobody takes workers away
    ReplayOutcome outcome = bench().play(Types.ec2("c5.tiny", 2, 3000).type());
    assertThat(outcome.workers().orElseThrow().isEnough()).isFalse();
    assertThat(outcome.memory().orElseThrow().slotsOver()).isEqualTo(5760);
    assertThat(outcome.memory().orElseThrow().events()).isEqualTo(1);
    assertThat(outcome.memory().orElseThrow().days()).isEqualTo(20);
  }

  @Test
  void aBufferPoolShrinksWithTheMachine() {
    // 16384 of 32768 MiB are a warm pool; on 16384 MiB it is half, 8192, so 20000 become 11808
    SizeReplay replay =
        replay(
            eightVcpus().host(Hosts.host().bufferPool(16384).build()),
            Samples.cpuVcpus(20).flat(1),
            Samples.memoryMib(20).flat(20000));
    assertThat(replay.play(Types.ec2("m5.xlarge", 4, 16384).type()).memory().orElseThrow().events())
        .isZero();
    // on 8192 MiB it is 4096, and 7712 are left
    assertThat(replay.play(TWO_VCPUS).memory().orElseThrow().events()).isZero();
    // on 7000 MiB 3500, and 7116 are left
    assertThat(
            replay.play(Types.ec2("m5.small", 2, 7000).type()).memory().orElseThrow().slotsOver())
        .isEqualTo(5760);
  }

  @Test
  void nothingIsAddedForMoreWorkers() {
    SizeReplay replay =
        replay(
            eightVcpus().host(Hosts.host().web(Workers.measured(1, 1000, 1000)).build()),
            Samples.cpuVcpus(20).flat(1),
            Samples.memoryMib(20).flat(2000));
    ReplayOutcome outcome = replay.play(TWO_VCPUS);
    assertThat(outcome.workers().orElseThrow().holds()).isGreaterThan(1);
    assertThat(outcome.memory()).contains(MemoryOutcome.fits(5760));
  }

  @Test
  void theRecordedMemoryOfTheMachineItselfFits() {
    SizeReplay replay =
        replay(eightVcpus(), Samples.cpuVcpus(2).flat(1), Samples.memoryMib(2).flat(32768));
    InstanceType itself = Types.ec2("m5.2xlarge", 8, 32768).type();
    assertThat(itself.memory()).isEqualTo(new Mebibytes(32768));
    assertThat(replay.play(itself).memory().orElseThrow().events()).isZero();
  }
}
