package io.headroom.proof.resize;

import io.headroom.cloud.sim.CallKind;
import io.headroom.cloud.sim.Flavour;
import io.headroom.cloud.sim.SimCall;
import io.headroom.cloud.sim.SimWorld;
import io.headroom.executor.journal.Wish;
import io.headroom.executor.machine.PowerState;
import io.headroom.model.resize.Outcome;
import io.headroom.model.resize.Outcome.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Whole situations with the end they must have; the machine shrinks from big to small. */
enum Situations {
  NOTHING_HAPPENS(Kind.RESIZED, "small", world -> {}),
  NO_CAPACITY_FOR_THE_GOAL(
      Kind.RESIZED_TO_FALLBACK, "spare", world -> world.cloud().runOut("small", hours(2))),
  NO_CAPACITY_BUT_FOR_THE_OLD_TYPE(
      Kind.PUT_BACK,
      "big",
      world -> {
        world.cloud().runOut("small", hours(2));
        world.cloud().runOut("spare", hours(2));
      }),
  NO_CAPACITY_AT_ALL_FOR_TWO_HOURS(
      Kind.RESIZED,
      "small",
      world -> {
        world.cloud().runOut("small", hours(2));
        world.cloud().runOut("spare", hours(3));
        world.cloud().runOut("big", hours(3));
      }),
  NOT_WELL_ON_THE_GOAL(Kind.PUT_BACK, "big", world -> world.cloud().makeUnwell("small", hours(9))),
  NOT_WELL_AND_NO_WAY_BACK(
      Kind.RESIZED_TO_FALLBACK,
      "spare",
      world -> {
        world.cloud().makeUnwell("small", hours(9));
        world.cloud().runOut("big", hours(9));
      }),
  STOPS_FOR_TWENTY_MINUTES(
      Kind.RESIZED, "small", world -> world.cloud().stopFor(Duration.ofMinutes(20))),
  NOT_WELL_BEFORE(Kind.ABORTED, "big", world -> world.cloud().makeUnwell("big", hours(9))),
  NOT_WELL_WHILE_IT_BAKES(
      Kind.PUT_BACK,
      "big",
      world ->
          world
              .time()
              .after(Duration.ofMinutes(5), () -> world.cloud().makeUnwell("small", hours(9)))),
  NOT_WELL_ANYWHERE(
      Kind.HANDED_OVER,
      "big",
      world ->
          world
              .time()
              .after(
                  Duration.ofSeconds(20),
                  () -> {
                    world.cloud().makeUnwell("small", hours(9));
                    world.cloud().makeUnwell("big", hours(9));
                  })),
  CANCELLED_BEFORE(
      Kind.ABORTED, "big", world -> world.journal().wish(Trial.OPERATION, Wish.CANCEL, "anna")),
  CANCELLED_WHILE_STOPPING(
      Kind.PUT_BACK,
      "big",
      world ->
          world
              .time()
              .after(
                  Duration.ofSeconds(10),
                  () -> world.journal().wish(Trial.OPERATION, Wish.CANCEL, "anna"))),
  FOUND_STOPPED(Kind.ABORTED, "big", world -> world.cloud().stop(Trial.MACHINE)),
  ANOTHER_TYPE_THAN_PLANNED(
      Kind.ABORTED,
      "huge",
      world -> {
        world.cloud().machine(Trial.MACHINE);
        world.cloud().becomes(Trial.MACHINE, "huge");
      }),
  JOURNAL_AWAY_WHILE_STOPPED(
      Kind.RESIZED,
      "small",
      world -> world.time().after(Duration.ofSeconds(10), () -> world.loseJournal(hours(1)))),
  PAGER_AWAY(
      Kind.PUT_BACK,
      "big",
      world -> {
        world.cloud().runOut("small", hours(2));
        world.cloud().runOut("spare", hours(2));
        world.losePager(hours(1));
      });

  /** Half of the longest outage of 15 minutes after the stop at 02:00, and a minute. */
  private static final Instant PAGED_IN_TIME = Instant.parse("2026-07-20T02:08:30Z");

  private final Kind kind;
  private final String type;

  @SuppressWarnings("ImmutableEnumChecker") // holds no state
  private final Consumer<SimWorld> others;

  Situations(Kind kind, String type, Consumer<SimWorld> others) {
    this.kind = kind;
    this.type = type;
    this.others = others;
  }

  private static Duration hours(int count) {
    return Duration.ofHours(count);
  }

  /** Returns the world in which it has happened. */
  SimWorld world(Flavour flavour) {
    return Trial.of(flavour, Trial.Direction.DOWN, new TreeMap<>()).run(others);
  }

  /** Returns in what its end differs from the one it must have. */
  Optional<String> broken() {
    return broken(Flavour.EC2_LIKE).or(() -> broken(Flavour.GCE_LIKE));
  }

  private Optional<String> broken(Flavour flavour) {
    SimWorld world = world(flavour);
    Optional<Outcome> outcome = world.journal().find(Trial.OPERATION).orElseThrow().outcome();
    String has = world.cloud().machine(Trial.MACHINE).now().type();
    boolean up = world.cloud().machine(Trial.MACHINE).now().power() == PowerState.RUNNING;
    boolean stops = world.cloud().log().stream().anyMatch(Situations::isStop);
    boolean asItMust =
        outcome.map(Outcome::kind).filter(kind::equals).isPresent()
            && has.equals(type)
            && up == (this != FOUND_STOPPED)
            && (kind != Kind.ABORTED || !stops);
    boolean told =
        switch (this) {
          case NOTHING_HAPPENS -> world.pages().isEmpty();
          case STOPS_FOR_TWENTY_MINUTES ->
              world.pages().keySet().stream().anyMatch(PAGED_IN_TIME::isAfter);
          case NO_CAPACITY_AT_ALL_FOR_TWO_HOURS, NOT_WELL_ANYWHERE, JOURNAL_AWAY_WHILE_STOPPED ->
              !world.pages().isEmpty();
          default -> true;
        };
    return asItMust && told
        ? Optional.empty()
        : Optional.of(
            this
                + " on "
                + flavour.refusal()
                + ": "
                + outcome
                + " as "
                + has
                + ", up "
                + up
                + ", pages "
                + world.pages().size());
  }

  private static boolean isStop(SimCall call) {
    return call.kind() == CallKind.STOP;
  }
}
