package io.headroom.executor.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.executor.journal.MemoryJournal;
import io.headroom.executor.journal.Opening;
import io.headroom.executor.machine.PowerState;
import io.headroom.executor.machine.Sighting;
import io.headroom.executor.machine.Sighting.Run;
import io.headroom.executor.machine.Sighting.Storage;
import io.headroom.executor.machine.Sighting.Ties;
import io.headroom.executor.machine.StatusChecks;
import io.headroom.executor.machine.StopCause;
import io.headroom.executor.operation.Operation;
import io.headroom.executor.run.PlanRun;
import io.headroom.model.machine.Lifecycle;
import io.headroom.model.machine.Manager;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.policy.ChangeWindows;
import io.headroom.model.resize.Outcome;
import io.headroom.model.resize.PlanHash;
import io.headroom.model.resize.ResizePlan;
import io.headroom.model.unit.TimeRange;
import io.headroom.policy.calendar.NamedTime;
import io.headroom.policy.calendar.NamedTimes;
import io.headroom.testing.Resizes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each guard says no when it must, and says why. */
class GuardsTest {

  private static final Instant NOW = Instant.parse("2026-07-20T00:30:00Z");
  private static final Operation OPERATION =
      Resizes.operation("op-1", "i-1", Optional.of("erp"), NOW);

  private static Sighting seen(Ties ties, SortedMap<String, String> tags) {
    return new Sighting(
        PowerState.RUNNING,
        "big",
        new Run(NOW.minusSeconds(9), Optional.empty(), StopCause.UNKNOWN),
        StatusChecks.PASSED,
        tags,
        ties);
  }

  private static Optional<String> asked(Guard guard, Instant now) {
    return guard.objection(OPERATION, seen(Ties.NONE, new TreeMap<>()), now);
  }

  private static Optional<String> tied(Ties ties) {
    return new TieGuard().objection(OPERATION, seen(ties, new TreeMap<>()), NOW);
  }

  /** From 02:00 to 06:00 in Berlin, which is 00:00 to 04:00 in UTC in summer. */
  private static ChangeWindows nights() {
    return new NamedTimes(
        List.of(
            NamedTime.recurring(
                "night", "0 2 * * *", Duration.ofHours(4), ZoneId.of("Europe/Berlin"))));
  }

  @Test
  void f51BeginsOnlyInAWindowWithEnoughTimeLeft() {
    WindowGuard guard = new WindowGuard(nights(), Duration.ofMinutes(45));

    assertThat(asked(guard, NOW)).isEmpty();
    assertThat(asked(guard, Instant.parse("2026-07-20T03:15:00Z"))).isEmpty();
    assertThat(asked(guard, Instant.parse("2026-07-20T03:15:01Z")).orElseThrow())
        .contains("night closes at 2026-07-20T04:00:00Z");
    assertThat(asked(guard, Instant.parse("2026-07-20T05:00:00Z")).orElseThrow())
        .contains("night opens at 2026-07-21T00:00:00Z");
  }

  @Test
  void f40LeavesManagedAndSpotMachinesAlone() {
    for (Manager.Kind kind : Manager.Kind.values()) {
      Ties ties =
          new Ties(
              Optional.of(new Manager(kind, "web")), Lifecycle.ON_DEMAND, Storage.SURVIVES_A_STOP);
      assertThat(tied(ties).orElseThrow()).contains("web").contains(kind.remedy());
    }
    assertThat(tied(new Ties(Optional.empty(), Lifecycle.SPOT, Storage.SURVIVES_A_STOP)))
        .isPresent();
    assertThat(tied(Ties.NONE)).isEmpty();
  }

  @Test
  void f41LeavesMachinesWithLocalDisksAlone() {
    assertThat(
            tied(new Ties(Optional.empty(), Lifecycle.ON_DEMAND, Storage.LOST_AT_A_STOP))
                .orElseThrow())
        .contains("local disks");
  }

  @Test
  void f42QuarantinesAMachineWhoseTypeWasPutBackTwice() {
    TypeHistory once = history(ours(9, "small"), theirs(8, "big"));
    TypeHistory twice =
        history(ours(9, "small"), theirs(8, "big"), ours(7, "small"), theirs(6, "big"));

    assertThat(asked(quarantine(once), NOW)).isEmpty();
    assertThat(asked(quarantine(twice), NOW).orElseThrow()).contains("Terraform");
    assertThat(asked(quarantine(twice), NOW.plus(Duration.ofDays(10)))).isEmpty();
  }

  @Test
  void letsTheCoolDownPass() {
    TypeHistory yesterday = history(ours(1, "big"));

    assertThat(asked(quarantine(yesterday), NOW).orElseThrow()).contains("cool-down");
    assertThat(asked(quarantine(yesterday), NOW.plus(Duration.ofDays(4)))).isEmpty();
  }

  private static Guard quarantine(TypeHistory history) {
    return new QuarantineGuard(machine -> history, Duration.ofDays(3));
  }

  private static TypeHistory history(TypeChange... changes) {
    return new TypeHistory("big", List.of(changes));
  }

  private static TypeChange ours(int daysAgo, String type) {
    return new TypeChange(NOW.minus(Duration.ofDays(daysAgo)), type, /* madeByHeadroom= */ true);
  }

  private static TypeChange theirs(int daysAgo, String type) {
    return new TypeChange(NOW.minus(Duration.ofDays(daysAgo)), type, /* madeByHeadroom= */ false);
  }

  @Test
  void leavesTaggedMachinesAlone() {
    OptOutGuard guard = new OptOutGuard(new TreeSet<>(List.of("headroom-exclude")));
    SortedMap<String, String> tags = new TreeMap<>();

    tags.put("headroom-exclude", "");
    assertThat(guard.objection(OPERATION, seen(Ties.NONE, tags), NOW)).isPresent();
    tags.put("headroom-exclude", "False");
    assertThat(guard.objection(OPERATION, seen(Ties.NONE, tags), NOW)).isEmpty();
  }

  @Test
  void f44NeverTakesMoreOfAGroupThanItCanSpare() {
    MemoryJournal journal = new MemoryJournal(() -> NOW);
    ResizePlan plan =
        new ResizePlan(
            TimeRange.startingAt(NOW, Duration.ofHours(8)),
            "anna",
            List.of(
                Resizes.planned("i-1", Optional.of("erp")),
                Resizes.planned("i-2", Optional.of("erp")),
                Resizes.planned("i-3", Optional.empty())),
            List.of());

    assertThat(run(journal, members(2, 0), 1, 1).open(plan, HASH, "anna").values())
        .containsExactly(Opening.Result.OPENED, Opening.Result.GROUP_BUSY, Opening.Result.OPENED);
    assertThat(
            run(new MemoryJournal(() -> NOW), members(2, 1), 1, 1).open(plan, HASH, "b").values())
        .containsExactly(
            Opening.Result.GROUP_BUSY, Opening.Result.GROUP_BUSY, Opening.Result.OPENED);
    assertThat(asked(new GroupBudget(members(2, 1), 1, 1), NOW).orElseThrow()).contains("erp");
    assertThat(asked(new GroupBudget(members(3, 1), 2, 1), NOW)).isEmpty();
  }

  @Test
  void f46OpensNothingOfAPlanThatHasExpired() {
    ResizePlan stale =
        new ResizePlan(
            new TimeRange(NOW.minusSeconds(60), NOW),
            "anna",
            List.of(Resizes.planned("i-1", Optional.empty())),
            List.of());
    MemoryJournal journal = new MemoryJournal(() -> NOW);

    assertThat(run(journal, members(1, 0), 1, 0).open(stale, HASH, "anna")).isEmpty();
    assertThat(journal.active()).isEmpty();
  }

  private static final PlanHash HASH = new PlanHash("7f".repeat(32));

  private static PlanRun run(MemoryJournal journal, GroupMembers members, int atOnce, int stay) {
    return new PlanRun(journal, new GroupBudget(members, atOnce, stay), 10);
  }

  private static GroupMembers members(int size, int unhealthy) {
    return new GroupMembers() {
      @Override
      public int unhealthy(String group) {
        return unhealthy;
      }

      @Override
      public int size(String group) {
        return size;
      }
    };
  }

  @Test
  void endsARunAfterAMachineWasHandedToAPerson() {
    Breaker breaker = new Breaker();
    breaker.note(OPERATION.ended(new Outcome(Outcome.Kind.PUT_BACK, "no capacity")));
    assertThat(asked(breaker, NOW)).isEmpty();

    breaker.note(OPERATION.ended(new Outcome(Outcome.Kind.HANDED_OVER, "not well")));
    assertThat(asked(breaker, NOW).orElseThrow()).contains("not well");
  }

  @Test
  void remembersWhereThereWasNoCapacityForAWhile() {
    CapacityMemory memory = new CapacityMemory(Duration.ofMinutes(5));
    memory.refused("small", "eu-central-1a", NOW);

    assertThat(memory.isRefused("small", "eu-central-1a", NOW.plusSeconds(299))).isTrue();
    assertThat(memory.isRefused("small", "eu-central-1a", NOW.plusSeconds(300))).isFalse();
    assertThat(memory.isRefused("small", "eu-central-1b", NOW)).isFalse();
  }
}
