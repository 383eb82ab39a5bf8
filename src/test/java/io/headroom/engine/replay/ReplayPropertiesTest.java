package io.headroom.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.model.catalog.Burst;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.unit.VCpus;
import io.headroom.testing.Seeds;
import io.headroom.testing.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The laws of the replay, on demand with bursts, gaps, stops and steps of several lengths. */
class ReplayPropertiesTest {

  private static final int CASES = 200;

  private record Slot(long start, int seconds, double used) {}

  private static List<Slot> demand(Random random) {
    List<Slot> slots = new ArrayList<>();
    long start = Instant.parse("2026-07-01T00:00:00Z").getEpochSecond();
    int step = random.nextBoolean() ? 300 : 60 * (1 + random.nextInt(60));
    double level = random.nextDouble();
    int count = 300 + random.nextInt(900);
    for (int slot = 0; slot < count; slot++) {
      if (random.nextInt(50) == 0) {
        level = random.nextInt(3) == 0 ? 4 * random.nextDouble() : random.nextDouble();
      }
      if (random.nextInt(40) == 0) {
        start += (long) step * random.nextInt(20);
      }
      double used = level * (0.5 + random.nextDouble());
      slots.add(new Slot(start, step, new VCpus(used).value()));
      start += step;
    }
    return slots;
  }

  private static VCpus vcpus(Random random) {
    return new VCpus(0.25 * (1 + random.nextInt(16)));
  }

  private static FluidQueue played(List<Slot> demand, FluidQueue queue) {
    demand.forEach(slot -> queue.slot(slot.start(), slot.seconds(), slot.used()));
    return queue;
  }

  private static Burst.Credits credits(double perHour) {
    return Types.ec2("t3.any", 2, 4096)
        .credits(perHour, 24 * perHour, 0)
        .type()
        .burst()
        .flatMap(burst -> burst.match(Optional::of, shared -> Optional.<Burst.Credits>empty()))
        .orElseThrow();
  }

  private static CreditSupply supply(double perHour, CreditMode mode, VCpus vcpus) {
    return new CreditSupply(credits(perHour), mode, vcpus, List.of());
  }

  private static void assertConserved(FluidQueue queue) {
    double tolerance = 1e-9 * queue.arrived();
    assertThat(queue.served() + queue.backlog())
        .isCloseTo(queue.arrived(), within(tolerance + 1e-9));
    assertThat(queue.backlog()).isGreaterThanOrEqualTo(-1e-9);
  }

  @Test
  void workInIsWorkDoneAndBacklog() {
    Seeds.forEach(
        CASES,
        random -> {
          List<Slot> demand = demand(random);
          VCpus vcpus = vcpus(random);
          assertConserved(played(demand, FluidQueue.of(vcpus)));
          for (CreditMode mode : CreditMode.values()) {
            double perHour = 6 + random.nextInt(60);
            assertConserved(played(demand, new FluidQueue(vcpus, supply(perHour, mode, vcpus))));
          }
        });
  }

  private static void assertNoWorse(QueueOutcome more, QueueOutcome less) {
    assertThat(more.delays().worst()).isLessThanOrEqualTo(less.delays().worst());
    assertThat(more.delays().p95()).isLessThanOrEqualTo(less.delays().p95());
    assertThat(more.delays().left()).isLessThanOrEqualTo(less.delays().left());
    assertThat(more.delays().days()).isLessThanOrEqualTo(less.delays().days());
    assertThat(more.saturatedSlots()).isLessThanOrEqualTo(less.saturatedSlots());
    assertThat(more.slotsOver()).isLessThanOrEqualTo(less.slotsOver());
    assertThat(more.lateShare().fraction())
        .isLessThanOrEqualTo(less.lateShare().fraction() + 1e-12);
  }

  @Test
  void moreVcpusAreNeverMoreDelay() {
    Seeds.forEach(
        CASES,
        random -> {
          List<Slot> demand = demand(random);
          VCpus less = vcpus(random);
          VCpus more = less.plus(vcpus(random));
          assertNoWorse(
              played(demand, FluidQueue.of(more)).outcome(),
              played(demand, FluidQueue.of(less)).outcome());
        });
  }

  @Test
  void standardModeIsBetweenItsBaselineAndAllOfItsVcpus() {
    Seeds.forEach(
        CASES,
        random -> {
          List<Slot> demand = demand(random);
          VCpus all = new VCpus(2);
          double perHour = 6 * (1 + random.nextInt(10));
          QueueOutcome standard =
              played(demand, new FluidQueue(all, supply(perHour, CreditMode.STANDARD, all)))
                  .outcome();
          QueueOutcome baseline = played(demand, FluidQueue.of(new VCpus(perHour / 60))).outcome();
          assertNoWorse(played(demand, FluidQueue.of(all)).outcome(), standard);
          assertThat(standard.delays().worst()).isLessThanOrEqualTo(baseline.delays().worst());
          assertThat(standard.delays().left()).isLessThanOrEqualTo(baseline.delays().left());
        });
  }

  @Test
  void moreCreditsAreNeverMoreDelay() {
    Seeds.forEach(
        CASES,
        random -> {
          List<Slot> demand = demand(random);
          VCpus all = new VCpus(2);
          double perHour = 6 + random.nextInt(40);
          double more = perHour + random.nextInt(40);
          assertNoWorse(
              played(demand, new FluidQueue(all, supply(more, CreditMode.STANDARD, all))).outcome(),
              played(demand, new FluidQueue(all, supply(perHour, CreditMode.STANDARD, all)))
                  .outcome());
        });
  }

  @Test
  void unlimitedModeServesAsAllOfItsVcpus() {
    Seeds.forEach(
        CASES,
        random -> {
          List<Slot> demand = demand(random);
          VCpus all = vcpus(random);
          assertThat(
                  played(
                          demand,
                          new FluidQueue(
                              all, supply(6 + random.nextInt(40), CreditMode.UNLIMITED, all)))
                      .outcome())
              .isEqualTo(played(demand, FluidQueue.of(all)).outcome());
        });
  }

  @Test
  void creditsStayInTheirBounds() {
    Seeds.forEach(
        CASES,
        random -> {
          VCpus vcpus = vcpus(random);
          double perHour = 6 + random.nextInt(60);
          for (CreditMode mode : CreditMode.values()) {
            CreditSupply supply = new CreditSupply(credits(perHour), mode, vcpus, stops(random));
            FluidQueue queue = new FluidQueue(vcpus, supply);
            for (Slot slot : demand(random)) {
              queue.slot(slot.start(), slot.seconds(), slot.used());
              assertThat(supply.balance()).isBetween(0.0, 24 * perHour);
              assertThat(supply.surplus()).isBetween(0.0, 24 * perHour);
              assertThat(Math.min(supply.balance(), supply.surplus())).isZero();
            }
          }
        });
  }

  private static List<TimeRange> stops(Random random) {
    Instant first = Instant.parse("2026-07-02T00:00:00Z");
    return List.of(
        TimeRange.startingAt(first, Duration.ofMinutes(random.nextInt(600))),
        TimeRange.startingAt(first.plus(Duration.ofDays(1)), Duration.ofDays(random.nextInt(9))));
  }
}
