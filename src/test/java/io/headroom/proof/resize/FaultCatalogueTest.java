package io.headroom.proof.resize;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.cloud.sim.CallKind;
import io.headroom.cloud.sim.Fault;
import io.headroom.cloud.sim.Flavour;
import io.headroom.cloud.sim.SimCall;
import io.headroom.cloud.sim.SimWorld;
import io.headroom.executor.journal.Wish;
import io.headroom.executor.machine.Breadcrumb;
import io.headroom.executor.machine.PowerState;
import io.headroom.executor.operation.Operation;
import io.headroom.model.resize.OperationId;
import io.headroom.model.resize.Outcome;
import io.headroom.model.resize.Outcome.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fault of docs/failure-matrix.md that the simulation can cause, with its required outcome.
 */
class FaultCatalogueTest {

  static Stream<Flavour> clouds() {
    return Stream.of(Flavour.EC2_LIKE, Flavour.GCE_LIKE);
  }

  private static Trial calm(Flavour cloud) {
    return Trial.of(cloud, Trial.Direction.DOWN, new TreeMap<>());
  }

  private static Kind kind(SimWorld world) {
    return world
        .journal()
        .find(Trial.OPERATION)
        .flatMap(Operation::outcome)
        .map(Outcome::kind)
        .orElseThrow();
  }

  private static long stops(SimWorld world) {
    return world.cloud().log().stream()
        .filter(call -> call.kind() == CallKind.STOP)
        .filter(call -> call.effect() == SimCall.Effect.ACCEPTED)
        .count();
  }

  /** Runs with {@code fault} at each call of {@code kind}, one at a time; nothing breaks. */
  private static List<Kind> each(Flavour cloud, CallKind kind, Fault fault) {
    List<CallKind> calls = calm(cloud).run().calls();
    List<Kind> ends = new ArrayList<>();
    for (int call = 0; call < calls.size(); call++) {
      if (calls.get(call) == kind) {
        Trial trial = calm(cloud).with(Trial.faults(call, fault));
        SimWorld world = trial.run();
        assertThat(Violations.of(trial, world)).as("%s at call %d", fault, call).isEmpty();
        ends.add(kind(world));
      }
    }
    assertThat(ends).isNotEmpty();
    return ends;
  }

  private static SimWorld calmly(Flavour cloud, Consumer<SimWorld> others) {
    return calm(cloud).run(others);
  }

  private static void later(SimWorld world, int seconds, Runnable what) {
    world.time().after(Duration.ofSeconds(seconds), what);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f01DoesNothingWhenKilledBeforeTheClaim(Flavour cloud) {
    Trial trial = calm(cloud).with(Trial.faults(0, Fault.DIES_BEFORE));

    SimWorld world = trial.run();

    assertThat(kind(world)).isEqualTo(Kind.RESIZED);
    assertThat(stops(world)).isOne();
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f02GoesOnWithinAMinuteWhenKilledAfterTheClaim(Flavour cloud) {
    Trial trial = calm(cloud).with(Trial.faults(0, Fault.DIES_AFTER));

    SimWorld world = trial.run();

    assertThat(world.cloud().log().get(0).at()).isBefore(Instant.parse("2026-07-20T02:01:16Z"));
    assertThat(kind(world)).isEqualTo(Kind.RESIZED);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f03ResumesWhenKilledAfterTheStopWasSent(Flavour cloud) {
    assertThat(each(cloud, CallKind.STOP, Fault.DIES_AFTER)).containsOnly(Kind.RESIZED);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f04ResumesWhenKilledBetweenStoppedAndModify(Flavour cloud) {
    assertThat(each(cloud, CallKind.CHANGE_TYPE, Fault.DIES_BEFORE)).containsOnly(Kind.RESIZED);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f05ResumesWhenKilledBetweenModifyAndStart(Flavour cloud) {
    assertThat(each(cloud, CallKind.START, Fault.DIES_BEFORE)).containsOnly(Kind.RESIZED);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f06ResumesWhenKilledBetweenStartAndRunning(Flavour cloud) {
    assertThat(each(cloud, CallKind.START, Fault.DIES_AFTER)).containsOnly(Kind.RESIZED);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f07AppliesWorkersOnceWhenKilledAroundIt(Flavour cloud) {
    assertThat(each(cloud, CallKind.SET_WORKERS, Fault.DIES_BEFORE)).containsOnly(Kind.RESIZED);
    assertThat(each(cloud, CallKind.SET_WORKERS, Fault.DIES_AFTER)).containsOnly(Kind.RESIZED);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f08DoesNotRestartAgainWhenKilledAfterHealthPassed(Flavour cloud) {
    assertThat(each(cloud, CallKind.HEALTH, Fault.DIES_AFTER)).containsOnly(Kind.RESIZED);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f09ResumesTheWayBackWhereverItIsKilled(Flavour cloud) {
    List<CallKind> calls =
        calmly(cloud, world -> world.cloud().makeUnwell("small", Duration.ofHours(9))).calls();
    for (int call = 0; call < calls.size(); call++) {
      Trial trial = calm(cloud).with(Trial.faults(call, Fault.DIES_AFTER));
      SimWorld world = trial.run(some -> some.cloud().makeUnwell("small", Duration.ofHours(9)));

      assertThat(kind(world)).as("killed after call %d", call).isEqualTo(Kind.PUT_BACK);
      assertThat(world.cloud().machine(Trial.MACHINE).now().power()).isEqualTo(PowerState.RUNNING);
    }
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f10GoesOnHoweverOftenItIsKilled(Flavour cloud) {
    SortedMap<Integer, Fault> faults = new TreeMap<>();
    for (int call = 14; call < 140; call++) {
      faults.put(call, call % 2 == 0 ? Fault.DIES_BEFORE : Fault.DIES_AFTER);
    }
    Trial crashing = calm(cloud).with(faults);

    SimWorld world = crashing.run();

    assertThat(world.cloud().machine(Trial.MACHINE).now().power()).isEqualTo(PowerState.RUNNING);
    assertThat(kind(world)).isIn(Kind.RESIZED, Kind.PUT_BACK, Kind.ABORTED);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f11LetsAnotherReplicaGoOnAfterOneRetired(Flavour cloud) {
    SimWorld world =
        calmly(
            cloud,
            some ->
                later(
                    some,
                    10,
                    () -> {
                      some.retireAll();
                      some.start(1);
                    }));

    assertThat(kind(world)).isEqualTo(Kind.RESIZED);
    assertThat(stops(world)).isOne();
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f12SurvivesAReplicaThatFreezesForLongerThanItsLease(Flavour cloud) {
    for (CallKind kind : List.of(CallKind.STOP, CallKind.CHANGE_TYPE, CallKind.START)) {
      assertThat(each(cloud, kind, Fault.FREEZES)).containsOnly(Kind.RESIZED);
    }
    assertThat(RareSchedules.lateStopAfterCancel(cloud)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f14StopsOnceWhenThreeReplicasRace(Flavour cloud) {
    Trial trial = new Trial(cloud, Trial.Direction.DOWN, 3, new TreeMap<>());

    SimWorld world = trial.run();

    assertThat(Violations.of(trial, world)).isEmpty();
    assertThat(stops(world)).isOne();
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f15AbortsWhenAnotherInstallationMarkedTheMachine(Flavour cloud) {
    SimWorld world =
        calmly(
            cloud,
            some ->
                some.cloud()
                    .markAs(
                        Trial.MACHINE,
                        new Breadcrumb(
                            new OperationId("op-of-others"),
                            4,
                            "big",
                            "small",
                            some.time().instant(),
                            "")));

    assertThat(kind(world)).isEqualTo(Kind.ABORTED);
    assertThat(world.journal().find(Trial.OPERATION).orElseThrow().outcome().orElseThrow().reason())
        .contains("op-of-others");
    assertThat(stops(world)).isZero();
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f16BeginsNothingWhileTheJournalIsAway(Flavour cloud) {
    SimWorld world = calmly(cloud, some -> some.loseJournal(Duration.ofMinutes(30)));

    assertThat(world.cloud().log().get(0).at()).isAfter(Instant.parse("2026-07-20T02:29:59Z"));
    assertThat(kind(world)).isEqualTo(Kind.RESIZED);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f17WaitsAndTellsSomebodyWhenTheJournalIsLostWhileStopped(Flavour cloud) {
    assertThat(Situations.JOURNAL_AWAY_WHILE_STOPPED.broken()).isEmpty();
    SimWorld world = Situations.JOURNAL_AWAY_WHILE_STOPPED.world(cloud);
    assertThat(world.pages().values().toString()).contains("the journal cannot be reached");
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f18ReadsTheRowAgainWhenNobodyKnowsWhetherItWasWritten(Flavour cloud) {
    assertThat(each(cloud, CallKind.WRITE, Fault.ANSWER_LOST)).containsOnly(Kind.RESIZED);
    assertThat(each(cloud, CallKind.WRITE, Fault.REQUEST_LOST)).containsOnly(Kind.RESIZED);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f21IsNotFailedByThrottling(Flavour cloud) {
    for (CallKind kind :
        List.of(CallKind.LOOK, CallKind.STOP, CallKind.CHANGE_TYPE, CallKind.START)) {
      assertThat(each(cloud, kind, Fault.THROTTLED)).containsOnly(Kind.RESIZED);
    }
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f22LooksBeforeItDecidesWhenTheEffectIsUnknown(Flavour cloud) {
    for (CallKind kind : List.of(CallKind.STOP, CallKind.CHANGE_TYPE, CallKind.START)) {
      assertThat(each(cloud, kind, Fault.ANSWER_LOST)).containsOnly(Kind.RESIZED);
      assertThat(each(cloud, kind, Fault.REQUEST_LOST)).containsOnly(Kind.RESIZED);
    }
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f23DoesNotActOnOldLooks(Flavour cloud) {
    assertThat(each(cloud, CallKind.LOOK, Fault.STALE)).containsOnly(Kind.RESIZED);
    assertThat(RareSchedules.lostStopAndOldLooks(cloud)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f24TakesOneMissingLookForNoProof(Flavour cloud) {
    assertThat(each(cloud, CallKind.LOOK, Fault.NOT_FOUND)).containsOnly(Kind.RESIZED);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f25AbortsWhenTheStopIsDenied(Flavour cloud) {
    assertThat(each(cloud, CallKind.STOP, Fault.DENIED)).containsOnly(Kind.ABORTED);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f26StartsAgainAtOnceWhenNoOtherTypeIsAllowedAfterTheStop(Flavour cloud) {
    SimWorld world =
        calmly(
            cloud,
            some ->
                later(
                    some,
                    10,
                    () -> {
                      some.cloud().forbid("small");
                      some.cloud().forbid("spare");
                    }));

    assertThat(kind(world)).isEqualTo(Kind.PUT_BACK);
    assertThat(each(cloud, CallKind.CHANGE_TYPE, Fault.DENIED))
        .containsOnly(Kind.RESIZED_TO_FALLBACK);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f27FindsAnIncompatibleTypeBeforeTheStop(Flavour cloud) {
    SimWorld world = calmly(cloud, some -> some.cloud().forbid("small"));

    assertThat(kind(world)).isEqualTo(Kind.ABORTED);
    assertThat(stops(world)).isZero();
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f28TakesTheFallbackWhenThereIsNoCapacity(Flavour cloud) {
    assertThat(Situations.NO_CAPACITY_FOR_THE_GOAL.broken()).isEmpty();
    assertThat(kind(Situations.NO_CAPACITY_FOR_THE_GOAL.world(cloud)))
        .isEqualTo(Kind.RESIZED_TO_FALLBACK);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f29NeverGivesUpWhenThereIsNoCapacityForAnyType(Flavour cloud) {
    assertThat(Situations.NO_CAPACITY_AT_ALL_FOR_TWO_HOURS.broken()).isEmpty();
    assertThat(Situations.NO_CAPACITY_AT_ALL_FOR_TWO_HOURS.world(cloud).pages()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f30TakesTheFallbackWhenCapacityIsRefusedLater(Flavour cloud) {
    Flavour later =
        new Flavour(
            cloud.stopping(),
            cloud.starting(),
            cloud.checking(),
            Flavour.Refusal.LATER,
            cloud.settling());

    assertThat(kind(Situations.NO_CAPACITY_FOR_THE_GOAL.world(later)))
        .isEqualTo(Kind.RESIZED_TO_FALLBACK);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f32SeesAStartThatWasAcceptedAndFellBackToStopped(Flavour cloud) {
    Flavour later =
        new Flavour(
            cloud.stopping(),
            cloud.starting(),
            cloud.checking(),
            Flavour.Refusal.LATER,
            cloud.settling());

    assertThat(kind(Situations.NO_CAPACITY_BUT_FOR_THE_OLD_TYPE.world(later)))
        .isEqualTo(Kind.PUT_BACK);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f31GoesOnToAnotherTypeWhenAQuotaIsUsedUp(Flavour cloud) {
    assertThat(each(cloud, CallKind.START, Fault.NO_QUOTA)).containsOnly(Kind.RESIZED_TO_FALLBACK);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f33TellsSomebodyWhenItDoesNotStopAndNeverChangesItMeanwhile(Flavour cloud) {
    SimWorld world = Situations.STOPS_FOR_TWENTY_MINUTES.world(cloud);

    assertThat(Situations.STOPS_FOR_TWENTY_MINUTES.broken()).isEmpty();
    assertThat(world.cloud().log())
        .filteredOn(call -> call.kind() == CallKind.CHANGE_TYPE)
        .allMatch(call -> call.effect() == SimCall.Effect.ACCEPTED);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f34GoesBackWhenTheStatusChecksFail(Flavour cloud) {
    SimWorld world =
        calmly(
            cloud,
            some -> {
              some.cloud().impair("small");
              some.cloud().impair("spare");
            });

    assertThat(kind(world)).isEqualTo(Kind.PUT_BACK);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f36LeavesAMachineThatAnOperatorStarted(Flavour cloud) {
    SimWorld world =
        calmly(cloud, some -> later(some, 44, () -> some.cloud().start(Trial.MACHINE)));

    assertThat(world.cloud().machine(Trial.MACHINE).now().power()).isEqualTo(PowerState.RUNNING);
    assertThat(stops(world)).isOne();
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f37LeavesATypeThatAnOperatorChose(Flavour cloud) {
    assertThat(foreign(cloud, ForeignHands.Deed.CHANGE_TYPE)).isEmpty();
    assertThat(Situations.ANOTHER_TYPE_THAN_PLANNED.broken()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f38LeavesAMachineThatAnOperatorStopped(Flavour cloud) {
    assertThat(foreign(cloud, ForeignHands.Deed.STOP)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f39EndsAsGoneWhenTheMachineWasDeleted(Flavour cloud) {
    assertThat(foreign(cloud, ForeignHands.Deed.DELETE)).isEmpty();
  }

  private static List<String> foreign(Flavour cloud, ForeignHands.Deed deed) {
    return ForeignHands.all().stream()
        .filter(hands -> hands.flavour().equals(cloud) && hands.deed() == deed)
        .map(ForeignHands::broken)
        .flatMap(Optional::stream)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f45AbortsOrTurnsBackWhenCancelled(Flavour cloud) {
    assertThat(Situations.CANCELLED_BEFORE.broken()).isEmpty();
    assertThat(Situations.CANCELLED_WHILE_STOPPING.broken()).isEmpty();
    for (int second = 0; second < 240; second += 5) {
      int when = second;
      SimWorld world =
          calmly(
              cloud,
              some ->
                  later(
                      some, when, () -> some.journal().wish(Trial.OPERATION, Wish.CANCEL, "anna")));

      assertThat(kind(world))
          .as("cancelled at second %d", second)
          .isIn(Kind.ABORTED, Kind.PUT_BACK, Kind.RESIZED);
      assertThat(world.cloud().machine(Trial.MACHINE).now().power()).isEqualTo(PowerState.RUNNING);
    }
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f50AbortsWhenTheApplicationIsNotWellBefore(Flavour cloud) {
    assertThat(Situations.NOT_WELL_BEFORE.broken()).isEmpty();
    assertThat(stops(Situations.NOT_WELL_BEFORE.world(cloud))).isZero();
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f55TriesWorkersAgainWhenTheHostCannotBeReached(Flavour cloud) {
    assertThat(each(cloud, CallKind.SET_WORKERS, Fault.REQUEST_LOST)).containsOnly(Kind.RESIZED);
    assertThat(each(cloud, CallKind.WORKERS, Fault.REQUEST_LOST)).containsOnly(Kind.RESIZED);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f56ReadsWorkersBackUntilTheyAreAsWanted(Flavour cloud) {
    assertThat(each(cloud, CallKind.SET_WORKERS, Fault.ANSWER_LOST)).containsOnly(Kind.RESIZED);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f60GoesBackWhenItIsNotWell(Flavour cloud) {
    assertThat(Situations.NOT_WELL_ON_THE_GOAL.broken()).isEmpty();
    assertThat(kind(Situations.NOT_WELL_ON_THE_GOAL.world(cloud))).isEqualTo(Kind.PUT_BACK);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f61HandsOverARunningMachineThatIsNotWellOnAnyType(Flavour cloud) {
    assertThat(Situations.NOT_WELL_ANYWHERE.broken()).isEmpty();
    assertThat(Situations.NOT_WELL_ANYWHERE.world(cloud).pages()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f62GoesBackWhenItTurnsBadWhileItBakes(Flavour cloud) {
    assertThat(Situations.NOT_WELL_WHILE_IT_BAKES.broken()).isEmpty();
    assertThat(kind(Situations.NOT_WELL_WHILE_IT_BAKES.world(cloud))).isEqualTo(Kind.PUT_BACK);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void f63IsNotHeldUpByAPagerThatIsAway(Flavour cloud) {
    assertThat(Situations.PAGER_AWAY.broken()).isEmpty();
    assertThat(kind(Situations.PAGER_AWAY.world(cloud))).isEqualTo(Kind.PUT_BACK);
  }
}
