package io.headroom.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.engine.demand.Usage;
import io.headroom.model.catalog.Burst;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.unit.HourlyPrice;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.unit.VCpus;
import io.headroom.oracle.SlowCredits;
import io.headroom.oracle.SlowMemory;
import io.headroom.oracle.SlowQueue;
import io.headroom.testing.Machines;
import io.headroom.testing.Samples;
import io.headroom.testing.Seeds;
import io.headroom.testing.Types;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of any load that is played on any size. */
class ReplayLawsTest {

  private static final int CASES = 30;
  private static final int M5_2XLARGE = 8;

  /** A load of up to 8 vCPUs over some days, with quiet times and gaps. */
  private static Usage load(Random random) {
    double peak = random.nextDouble() * M5_2XLARGE;
    double quiet = random.nextDouble();
    Samples samples =
        Samples.cpuVcpus(2 + random.nextInt(3))
            .each(slot -> random.nextDouble() < quiet ? 0.05 : peak * random.nextDouble());
    for (int gaps = random.nextInt(4); gaps > 0; gaps--) {
      samples.gap(Duration.ofMinutes(5L * (40 + random.nextInt(500))), 1 + random.nextInt(36));
    }
    return Plays.cpu(samples);
  }

  private static List<double[]> slots(Usage usage) {
    List<double[]> slots = new ArrayList<>();
    usage.replay((start, seconds, used) -> slots.add(new double[] {start, seconds, used}));
    return slots;
  }

  private static VCpus capacity(Random random) {
    return new VCpus((1 + random.nextInt(16)) / 4.0);
  }

  @Test
  void workInIsWorkDoneAndBacklog() {
    Seeds.forEach(
        CASES,
        random -> {
          FluidQueue queue = FluidQueue.of(capacity(random));
          double[] arrived = new double[1];
          load(random)
              .replay(
                  (start, seconds, used) -> {
                    queue.slot(start, seconds, used);
                    arrived[0] += seconds * used;
                    assertThat(queue.arrived()).isCloseTo(arrived[0], within(1e-6));
                    assertThat(queue.served() + queue.backlog())
                        .isCloseTo(queue.arrived(), within(1e-6));
                    assertThat(queue.backlog()).isNotNegative();
                  });
        });
  }

  @Test
  void moreCapacityIsNeverMoreDelay() {
    Seeds.forEach(
        CASES,
        random -> {
          Usage load = load(random);
          VCpus less = capacity(random);
          QueueOutcome slow = FluidQueue.play(load, less);
          QueueOutcome fast = FluidQueue.play(load, less.plus(capacity(random)));
          assertThat(fast.p95Delay()).isLessThanOrEqualTo(slow.p95Delay());
          assertThat(fast.worstDelay()).isLessThanOrEqualTo(slow.worstDelay());
          assertThat(fast.delayLeft()).isLessThanOrEqualTo(slow.delayLeft());
          assertThat(fast.lateShare()).isLessThanOrEqualTo(slow.lateShare());
          assertThat(fast.saturatedSlots()).isLessThanOrEqualTo(slow.saturatedSlots());
        });
  }

  @Test
  void theQueueIsTheSlowQueue() {
    Seeds.forEach(
        CASES,
        random -> {
          Usage load = load(random);
          VCpus capacity = capacity(random);
          QueueOutcome outcome = FluidQueue.play(load, capacity);
          SlowQueue slow = SlowQueue.play(slots(load), capacity.value());
          assertThat(outcome.lateShare().fraction()).isCloseTo(slow.lateShare(), within(1e-6));
          assertThat(outcome.p95Delay().toMillis()).isCloseTo(millis(slow.p95()), within(1L));
          assertThat(outcome.worstDelay().toMillis()).isCloseTo(millis(slow.worst()), within(1L));
          assertThat(outcome.delayLeft().toMillis()).isCloseTo(millis(slow.left()), within(1L));
          assertThat(outcome.saturatedSlots()).isEqualTo(slow.saturated());
        });
  }

  private static long millis(double seconds) {
    return Math.round(seconds * 1000);
  }

  @Test
  void theMemoryReplayIsTheSlowOne() {
    Seeds.forEach(
        CASES,
        random -> {
          Samples samples =
              Samples.memoryMib(3).each(slot -> 8000 + Math.rint(random.nextInt(3000)));
          samples.gap(Duration.ofHours(20), 1 + random.nextInt(30));
          Usage used = Plays.memory(samples);
          double memory = 9000 + random.nextInt(2000);
          MemoryOutcome outcome = MemoryReplay.play(used, new Mebibytes(memory));
          SlowMemory slow = SlowMemory.play(slots(used), memory);
          assertThat(outcome.slotsOver()).isEqualTo(slow.over());
          assertThat(outcome.events()).isEqualTo(slow.events());
          assertThat(outcome.timeOver()).isEqualTo(Duration.ofMinutes(5).multipliedBy(slow.over()));
        });
  }

  @Test
  void creditsStayWithinTheirBounds() {
    Seeds.forEach(
        CASES,
        random -> {
          Burst.Credits credits = credits(random);
          CreditMode mode = mode(random);
          CreditReplay replay = CreditReplay.from(random.nextInt(500), credits, mode, new VCpus(4));
          load(random)
              .replay(
                  (start, seconds, used) -> {
                    replay.slot(start, seconds, used);
                    assertThat(replay.balance()).isBetween(0.0, credits.maximum());
                    assertThat(replay.surplus()).isBetween(0.0, credits.maximum());
                    assertThat(replay.balance() * replay.surplus()).isZero();
                    assertThat(replay.charged()).isNotNegative();
                  });
        });
  }

  @Test
  void theCreditReplayIsTheSlowOne() {
    Seeds.forEach(
        2 * CASES,
        random -> {
          Usage load = load(random);
          Burst.Credits credits = credits(random);
          CreditMode mode = mode(random);
          List<TimeRange> stopped = stopped(random);
          CreditOutcome outcome = CreditReplay.play(load, credits, mode, new VCpus(2), stopped);
          SlowCredits slow = new SlowCredits(credits, mode, 2, stopped).play(slots(load));
          assertThat(outcome.throttledSlots()).isEqualTo(slow.throttled());
          assertThat(outcome.throttledInWarmUp()).isEqualTo(slow.throttledInWarmUp());
          assertThat(outcome.judgedHours()).isCloseTo(slow.judgedHours(), within(1e-6));
          assertThat(outcome.lowestBalance()).isCloseTo(slow.lowest(), within(1e-6));
          assertThat(outcome.surplusVcpuHours()).isCloseTo(slow.surplusHours(), within(1e-6));
          assertThat(slow.highest()).isLessThanOrEqualTo(credits.maximum());
        });
  }

  private static CreditMode mode(Random random) {
    return random.nextBoolean() ? CreditMode.STANDARD : CreditMode.UNLIMITED;
  }

  private static Burst.Credits credits(Random random) {
    double earned = 6.0 * (1 + random.nextInt(16));
    return new Burst.Credits(
        earned,
        24 * earned,
        random.nextBoolean() ? 60 : 0,
        random.nextBoolean(),
        new HourlyPrice(new BigDecimal("0.05"), Types.USD));
  }

  private static List<TimeRange> stopped(Random random) {
    return random.nextBoolean()
        ? List.of()
        : List.of(
            TimeRange.startingAt(
                Machines.AS_OF.minus(Duration.ofHours(1 + random.nextInt(40))),
                Duration.ofHours(random.nextInt(10))));
  }
}
