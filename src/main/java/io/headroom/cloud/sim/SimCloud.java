package io.headroom.cloud.sim;

import io.headroom.executor.machine.Breadcrumb;
import io.headroom.executor.machine.CallKey;
import io.headroom.executor.machine.PowerState;
import io.headroom.executor.machine.Sighting;
import io.headroom.executor.machine.StatusChecks;
import io.headroom.executor.machine.StopAnswer;
import io.headroom.executor.machine.StopCause;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.resize.MachineRef;
import io.headroom.model.resize.WorkerCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The machines and what happens to them. Calls have their effect at once or begin something that
 * takes its time; people can act on the machines beside the calls.
 */
public final class SimCloud {

  private final VirtualTime time;
  private final Flavour flavour;
  private final SortedMap<String, SimMachine> machines = new TreeMap<>();
  private final List<SimCall> log = new ArrayList<>();
  private final Map<String, Instant> scarceUntil = new HashMap<>();
  private final Map<String, Instant> unwellUntil = new HashMap<>();
  private Duration stopping;
  private final Set<String> impaired = new HashSet<>();
  private final Set<String> incompatible = new HashSet<>();

  SimCloud(VirtualTime time, Flavour flavour) {
    this.time = time;
    this.flavour = flavour;
    this.stopping = flavour.stopping();
  }

  /** Adds a running machine. */
  public SimMachine add(MachineRef name, String type, Sighting.Ties ties) {
    SimMachine machine = new SimMachine(name, type, ties, time.instant().minus(Duration.ofDays(9)));
    machines.put(name.id(), machine);
    return machine;
  }

  /**
   * Returns a machine.
   *
   * @throws CloudException if there is none of that name
   */
  public SimMachine machine(MachineRef name) {
    return Optional.ofNullable(machines.get(name.id()))
        .orElseThrow(() -> refused(FailureKind.NOT_FOUND, "Look", name, "it does not exist"));
  }

  /** Lets a host run {@code counts}, from the beginning. */
  public void runWorkers(MachineRef name, WorkerCounts counts) {
    machine(name).set(counts, time.instant());
  }

  /** Returns every call that reached the cloud, in the order of time. */
  public List<SimCall> log() {
    return List.copyOf(log);
  }

  void note(SimCall call) {
    log.add(call);
  }

  /** Lets the cloud have no machine of {@code type} for {@code length}. */
  public void runOut(String type, Duration length) {
    scarceUntil.put(type, time.instant().plus(length));
  }

  /** Lets the application not be well on {@code type} for {@code length}. */
  public void makeUnwell(String type, Duration length) {
    unwellUntil.put(type, time.instant().plus(length));
  }

  /** Lets every stop take {@code length}. */
  public void stopFor(Duration length) {
    stopping = length;
  }

  /** Lets the status checks of every {@code type} fail. */
  public void impair(String type) {
    impaired.add(type);
  }

  /** Lets no machine become a {@code type}. */
  public void forbid(String type) {
    incompatible.add(type);
  }

  List<String> objections(MachineRef name, Collection<String> types) {
    machine(name);
    return types.stream()
        .filter(incompatible::contains)
        .map(type -> name.label() + " cannot become a " + type)
        .toList();
  }

  boolean isUnwell(String type) {
    Instant until = unwellUntil.get(type);
    return until != null && time.instant().isBefore(until);
  }

  private boolean isScarce(String type) {
    Instant until = scarceUntil.get(type);
    return until != null && time.instant().isBefore(until);
  }

  /** Stops a machine, whoever asks. */
  public StopAnswer stop(MachineRef name) {
    SimMachine machine = machine(name);
    PowerState power = machine.now().power();
    if (power != PowerState.RUNNING && power != PowerState.STARTING) {
      return StopAnswer.WAS_NOT_RUNNING;
    }
    machine.stopping(StopCause.REQUESTED, time.instant());
    time.after(
        stopping,
        () -> {
          if (machine.now().power() == PowerState.STOPPING) {
            machine.power(PowerState.STOPPED, time.instant());
          }
        });
    return StopAnswer.STOPPING;
  }

  /** Changes the type of a stopped machine, whoever asks. */
  public void changeType(MachineRef name, String type) {
    SimMachine machine = machine(name);
    if (machine.now().power() != PowerState.STOPPED) {
      throw refused(FailureKind.CONFLICT, "ChangeType", name, "it is not stopped");
    }
    if (incompatible.contains(type)) {
      throw refused(FailureKind.INVALID_REQUEST, "ChangeType", name, "it cannot become a " + type);
    }
    machine.type(type, time.instant());
  }

  /** Starts a stopped machine, whoever asks. */
  public void start(MachineRef name) {
    SimMachine machine = machine(name);
    Sighting now = machine.now();
    if (now.power() == PowerState.RUNNING || now.power() == PowerState.STARTING) {
      return;
    }
    if (now.power() != PowerState.STOPPED) {
      throw refused(FailureKind.CONFLICT, "Start", name, "it is not stopped");
    }
    if (time.instant().isBefore(machine.typeChanged().plus(flavour.settling()))) {
      throw refused(
          FailureKind.CONFLICT, "Start", name, "LaunchPlan does not match the attribute value");
    }
    if (isScarce(now.type()) && flavour.refusal() == Flavour.Refusal.AT_ONCE) {
      throw refused(FailureKind.CAPACITY_UNAVAILABLE, "Start", name, "there is no " + now.type());
    }
    Instant runBefore = now.run().started();
    machine.starting(time.instant());
    Instant run = machine.now().run().started();
    time.after(flavour.starting(), () -> up(machine, run, runBefore));
  }

  private void up(SimMachine machine, Instant run, Instant runBefore) {
    boolean stillStarting =
        machine.now().power() == PowerState.STARTING && machine.now().run().started().equals(run);
    if (!stillStarting) {
      return;
    }
    if (isScarce(machine.now().type()) && flavour.refusal() == Flavour.Refusal.LATER) {
      machine.fellBack(runBefore, time.instant());
      return;
    }
    machine.power(PowerState.RUNNING, time.instant());
    time.after(
        flavour.checking(),
        () -> {
          if (machine.now().power() == PowerState.RUNNING
              && machine.now().run().started().equals(run)) {
            machine.checks(
                impaired.contains(machine.now().type())
                    ? StatusChecks.IMPAIRED
                    : StatusChecks.PASSED,
                time.instant());
          }
        });
  }

  /** Makes a machine another type at once, running or not. */
  public void becomes(MachineRef name, String type) {
    machine(name).type(type, time.instant());
  }

  /** Deletes a machine, whoever asks. */
  public void delete(MachineRef name) {
    machine(name).power(PowerState.DELETED, time.instant());
  }

  /** Puts a mark on a machine, whoever asks. */
  public void markAs(MachineRef name, Breadcrumb breadcrumb) {
    Map<String, String> tags = new TreeMap<>(machine(name).now().tags());
    tags.putAll(breadcrumb.tags());
    machine(name).tags(tags, time.instant());
  }

  void unmark(MachineRef name) {
    Map<String, String> tags = new TreeMap<>(machine(name).now().tags());
    Breadcrumb.KEYS.forEach(tags::remove);
    machine(name).tags(tags, time.instant());
  }

  static CloudException refused(
      FailureKind kind, String operation, MachineRef name, String reason) {
    return new CloudException(
        kind,
        operation,
        kind.id(),
        "Cannot " + operation + " " + name.label() + ": " + reason + "; look again");
  }

  SimCall call(String by, CallKind kind, MachineRef name, Optional<CallKey> key) {
    return new SimCall(time.instant(), by, kind, name.id(), key, "", SimCall.Effect.READ);
  }
}
