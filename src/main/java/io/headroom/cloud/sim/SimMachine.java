package io.headroom.cloud.sim;

import io.headroom.executor.machine.PowerState;
import io.headroom.executor.machine.Sighting;
import io.headroom.executor.machine.Sighting.Run;
import io.headroom.executor.machine.Sighting.Ties;
import io.headroom.executor.machine.StatusChecks;
import io.headroom.executor.machine.StopCause;
import io.headroom.model.resize.MachineRef;
import io.headroom.model.resize.WorkerCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A machine of the simulated cloud, with everything that ever happened to it. */
public final class SimMachine {

  private final MachineRef name;
  private final List<Moment> history = new ArrayList<>();
  private Sighting now;
  private WorkerCounts workers = new WorkerCounts(0, OptionalInt.empty());
  private Instant typeChanged = Instant.EPOCH;

  /**
   * How the machine was from then on.
   *
   * @param workers workers that would run if it runs
   */
  public record Moment(Instant from, Sighting sighting, WorkerCounts workers) {}

  SimMachine(MachineRef name, String type, Ties ties, Instant started) {
    this.name = name;
    this.now =
        new Sighting(
            PowerState.RUNNING,
            type,
            new Run(started, Optional.empty(), StopCause.UNKNOWN),
            StatusChecks.PASSED,
            new TreeMap<>(),
            ties);
    note(Instant.MIN);
  }

  /** Returns its name. */
  public MachineRef name() {
    return name;
  }

  /** Returns how it is. */
  public Sighting now() {
    return now;
  }

  /** Returns everything that happened to it, in the order of time. */
  public List<Moment> history() {
    return List.copyOf(history);
  }

  /** Returns how many workers run when it runs. */
  public WorkerCounts workers() {
    return workers;
  }

  Sighting at(Instant instant) {
    Sighting found = history.get(0).sighting();
    for (Moment moment : history) {
      if (!moment.from().isAfter(instant)) {
        found = moment.sighting();
      }
    }
    return found;
  }

  Instant typeChanged() {
    return typeChanged;
  }

  void set(WorkerCounts counts, Instant at) {
    workers = counts;
    note(at);
  }

  void power(PowerState power, Instant at) {
    is(power, now.type(), now.run(), now.checks(), at);
  }

  void type(String type, Instant at) {
    typeChanged = at;
    is(now.power(), type, now.run(), now.checks(), at);
  }

  void starting(Instant at) {
    is(
        PowerState.STARTING,
        now.type(),
        new Run(at, now.run().stopped(), StopCause.UNKNOWN),
        StatusChecks.INITIALIZING,
        at);
  }

  void stopping(StopCause cause, Instant at) {
    is(
        PowerState.STOPPING,
        now.type(),
        new Run(now.run().started(), Optional.of(at), cause),
        now.checks(),
        at);
  }

  void fellBack(Instant run, Instant at) {
    is(
        PowerState.STOPPED,
        now.type(),
        new Run(run, Optional.of(at), StopCause.PROVIDER),
        now.checks(),
        at);
  }

  void checks(StatusChecks checks, Instant at) {
    is(now.power(), now.type(), now.run(), checks, at);
  }

  void tags(Map<String, String> tags, Instant at) {
    now =
        new Sighting(
            now.power(), now.type(), now.run(), now.checks(), new TreeMap<>(tags), now.ties());
    note(at);
  }

  private void is(PowerState power, String type, Run run, StatusChecks checks, Instant at) {
    now = new Sighting(power, type, run, checks, now.tags(), now.ties());
    note(at);
  }

  private void note(Instant at) {
    history.add(new Moment(at, now, workers));
  }
}
