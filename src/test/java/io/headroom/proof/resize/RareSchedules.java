package io.headroom.proof.resize;

import io.headroom.cloud.sim.CallKind;
import io.headroom.cloud.sim.Fault;
import io.headroom.cloud.sim.Flavour;
import io.headroom.cloud.sim.SimWorld;
import io.headroom.executor.journal.Wish;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Schedules that chance hardly finds, and that have happened to others. */
final class RareSchedules {

  private RareSchedules() {}

  /** Returns what each breaks. */
  static Stream<Optional<String>> all() {
    return Stream.of(Flavour.EC2_LIKE, Flavour.GCE_LIKE)
        .flatMap(flavour -> Stream.of(lateStopAfterCancel(flavour), lostStopAndOldLooks(flavour)));
  }

  private static Trial calm(Flavour flavour) {
    return Trial.of(flavour, Trial.Direction.DOWN, new TreeMap<>());
  }

  private static int firstStop(Trial trial) {
    return trial.run().calls().indexOf(CallKind.STOP);
  }

  /** A frozen replica stops the machine long after the resize was cancelled and undone. */
  static Optional<String> lateStopAfterCancel(Flavour flavour) {
    Trial trial = calm(flavour);
    Trial frozen = trial.with(Trial.faults(firstStop(trial), Fault.FREEZES));
    SimWorld world =
        frozen.run(
            running ->
                running
                    .time()
                    .after(
                        Duration.ofSeconds(5),
                        () -> running.journal().wish(Trial.OPERATION, Wish.CANCEL, "anna")));
    world.time().runUntil(world.time().instant().plus(Duration.ofMinutes(10)), () -> false);
    return described("late stop after cancel", Violations.of(frozen, world));
  }

  /** The answer to the stop is lost, and the looks that follow show the machine running. */
  static Optional<String> lostStopAndOldLooks(Flavour flavour) {
    Trial trial = calm(flavour);
    int stop = firstStop(trial);
    SortedMap<Integer, Fault> faults = Trial.faults(stop, Fault.ANSWER_LOST);
    for (int call = stop + 1; call < stop + 14; call++) {
      faults.put(call, Fault.STALE);
    }
    Trial lagging = trial.with(faults);
    return described("lost stop and old looks", Violations.of(lagging, lagging.run()));
  }

  private static Optional<String> described(String what, List<String> violations) {
    return violations.isEmpty()
        ? Optional.empty()
        : Optional.of(what + ": " + String.join("; ", violations));
  }
}
