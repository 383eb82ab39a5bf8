package io.headroom.proof.resize;

import io.headroom.cloud.sim.CallKind;
import io.headroom.cloud.sim.Fault;
import io.headroom.cloud.sim.SimWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Makes schedules of faults, runs them, and makes those that fail as small as they get. */
final class Schedules {

  private Schedules() {}

  /** What a schedule did. */
  record Failure(Trial trial, List<String> violations) {

    @Override
    public String toString() {
      return trial.direction() + " with " + trial.faults() + ": " + String.join("; ", violations);
    }
  }

  /** Returns what a schedule breaks; nothing if it breaks nothing. */
  static Optional<Failure> check(Trial trial) {
    List<String> violations;
    try {
      violations = Violations.of(trial, trial.run());
    } catch (RuntimeException breakdown) {
      violations = List.of("it broke down: " + breakdown);
    }
    return violations.isEmpty() ? Optional.empty() : Optional.of(new Failure(trial, violations));
  }

  /** Returns every schedule with exactly one fault more, after the last one there is. */
  static List<Trial> withOneMore(Trial trial) {
    SimWorld world = trial.run();
    List<CallKind> calls = world.calls();
    int first = trial.faults().isEmpty() ? 0 : trial.faults().lastKey() + 1;
    List<Trial> more = new ArrayList<>();
    for (int call = first; call < calls.size(); call++) {
      for (Fault fault : Fault.of(calls.get(call))) {
        more.add(trial.with(trial.faultsAnd(call, fault)));
      }
    }
    return more;
  }

  /** Returns the schedule with every fault left out that the failure does not need. */
  static Failure shrunk(Failure failure) {
    Failure smallest = failure;
    for (Integer call : failure.trial().faults().keySet()) {
      SortedMap<Integer, Fault> fewer = new TreeMap<>(smallest.trial().faults());
      fewer.remove(call);
      smallest = check(smallest.trial().with(fewer)).orElse(smallest);
    }
    return smallest;
  }

  /** Returns a schedule of one to eight faults. */
  static Trial random(Trial base, RandomGenerator random) {
    SortedMap<Integer, Fault> faults = new TreeMap<>();
    int count = random.nextInt(1, 9);
    Fault[] all = Fault.values();
    while (faults.size() < count) {
      faults.put(random.nextInt(160), all[random.nextInt(all.length)]);
    }
    return new Trial(base.flavour(), base.direction(), random.nextBoolean() ? 2 : 3, faults);
  }
}
