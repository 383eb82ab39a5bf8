package io.headroom.proof.resize;

import io.headroom.cloud.sim.CallKind;
import io.headroom.cloud.sim.Flavour;
import io.headroom.cloud.sim.SimCall;
import io.headroom.cloud.sim.SimWorld;
import io.headroom.executor.machine.PowerState;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.resize.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Somebody else does something to the machine at some second of a resize. What they did stays:
 * nothing is changed after it was seen, but for a machine that is brought up with the type they
 * chose.
 */
record ForeignHands(Flavour flavour, Deed deed, int second) {

  private static final String THEIRS = "theirs";

  /** What they do. */
  enum Deed {
    START,
    STOP,
    CHANGE_TYPE,
    DELETE
  }

  /** Returns the promise that was broken; nothing if none was. */
  Optional<String> broken() {
    Instant[] done = {Instant.MAX};
    PowerState[] before = {PowerState.RUNNING};
    Trial trial = Trial.of(flavour, Trial.Direction.DOWN, new TreeMap<>());
    SimWorld world =
        trial.run(
            running ->
                running
                    .time()
                    .after(
                        Duration.ofSeconds(second).plusMillis(50),
                        () -> {
                          before[0] = power(running);
                          if (act(running)) {
                            done[0] = running.time().instant();
                          }
                        }));
    return done[0].equals(Instant.MAX)
        ? Optional.empty()
        : judged(world, done[0]).map(broken -> this + " " + before[0] + ": " + broken);
  }

  private static PowerState power(SimWorld world) {
    return world.cloud().machine(Trial.MACHINE).now().power();
  }

  /** Returns whether it made a difference that anybody could see. */
  private boolean act(SimWorld world) {
    PowerState power = power(world);
    try {
      switch (deed) {
        case START -> world.cloud().start(Trial.MACHINE);
        case STOP -> world.cloud().stop(Trial.MACHINE);
        case CHANGE_TYPE -> world.cloud().changeType(Trial.MACHINE, THEIRS);
        case DELETE -> world.cloud().delete(Trial.MACHINE);
      }
    } catch (CloudException refused) {
      return false;
    }
    return power(world) != power || deed == Deed.CHANGE_TYPE;
  }

  private Optional<String> judged(SimWorld world, Instant at) {
    Optional<Outcome> outcome = world.journal().find(Trial.OPERATION).orElseThrow().outcome();
    PowerState power = power(world);
    if (outcome.isEmpty()) {
      return Optional.of("it has not ended");
    }
    Outcome.Kind kind = outcome.get().kind();
    boolean late =
        kind == Outcome.Kind.RESIZED && world.time().instant().isBefore(at.plusSeconds(1));
    if (late) {
      return Optional.empty();
    }
    boolean kept =
        switch (deed) {
          case START -> power == PowerState.RUNNING;
          case STOP -> power == PowerState.STOPPED || power == PowerState.STOPPING;
          case CHANGE_TYPE ->
              power == PowerState.RUNNING
                  && world.cloud().machine(Trial.MACHINE).now().type().equals(THEIRS);
          case DELETE -> kind == Outcome.Kind.GONE;
        };
    boolean told =
        kind == Outcome.Kind.SUPERSEDED
            || kind == Outcome.Kind.GONE
            || kind == Outcome.Kind.ABORTED
            || (deed == Deed.START && kind == Outcome.Kind.RESIZED);
    return kept && told
        ? touched(world, at)
        : Optional.of("the machine is " + power + " and it ended as " + outcome.get());
  }

  /** Returns the first change after a look that showed what they did. */
  private Optional<String> touched(SimWorld world, Instant at) {
    boolean seen = false;
    for (SimCall call : world.cloud().log()) {
      boolean after = call.at().isAfter(at);
      boolean allowed = deed == Deed.CHANGE_TYPE && call.kind() == CallKind.START;
      if (after && seen && call.kind().changesMachine() && !allowed) {
        return Optional.of("it was touched: " + call);
      }
      seen |= after && call.kind() == CallKind.LOOK;
    }
    return Optional.empty();
  }

  /** Returns every deed at every second of a resize. */
  static List<ForeignHands> all() {
    return List.of(Flavour.EC2_LIKE, Flavour.GCE_LIKE).stream()
        .flatMap(
            flavour ->
                List.of(Deed.values()).stream()
                    .flatMap(
                        deed ->
                            java.util.stream.IntStream.range(0, 300)
                                .mapToObj(second -> new ForeignHands(flavour, deed, second))))
        .toList();
  }
}
