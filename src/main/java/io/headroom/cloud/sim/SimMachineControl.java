package io.headroom.cloud.sim;

import io.headroom.executor.machine.Breadcrumb;
import io.headroom.executor.machine.CallKey;
import io.headroom.executor.machine.MachineControl;
import io.headroom.executor.machine.Sighting;
import io.headroom.executor.machine.StopAnswer;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.resize.MachineRef;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The simulated cloud behind the port, as one replica sees it. */
final class SimMachineControl implements MachineControl {

  private static final Duration LAG = Duration.ofSeconds(30);
  private static final Duration SCARCE = Duration.ofMinutes(5);

  private final SimCloud cloud;
  private final Gate gate;
  private final InstantSource time;
  private final String replica;

  SimMachineControl(SimCloud cloud, Gate gate, InstantSource time, String replica) {
    this.cloud = cloud;
    this.gate = gate;
    this.time = time;
    this.replica = replica;
  }

  @Override
  public Sighting look(MachineRef machine) {
    try {
      return gate.through(
          CallKind.LOOK,
          fault -> fault == Fault.STALE ? new Stale() : failure(fault, "Look", machine, ""),
          () -> {
            cloud.note(cloud.call(replica, CallKind.LOOK, machine, Optional.empty()));
            return cloud.machine(machine).now();
          });
    } catch (Stale old) {
      cloud.note(cloud.call(replica, CallKind.LOOK, machine, Optional.empty()));
      return cloud.machine(machine).at(time.instant().minus(LAG));
    }
  }

  @Override
  public List<String> objections(MachineRef machine, Collection<String> types) {
    return gate.through(
        CallKind.OBJECTIONS,
        fault -> failure(fault, "Probe", machine, ""),
        () -> {
          cloud.note(cloud.call(replica, CallKind.OBJECTIONS, machine, Optional.empty()));
          return cloud.objections(machine, types);
        });
  }

  @Override
  public StopAnswer stop(MachineRef machine, CallKey key) {
    return logged(CallKind.STOP, machine, key, "", () -> cloud.stop(machine));
  }

  @Override
  public void changeType(MachineRef machine, String type, CallKey key) {
    logged(
        CallKind.CHANGE_TYPE,
        machine,
        key,
        type,
        () -> {
          cloud.changeType(machine, type);
          return type;
        });
  }

  @Override
  public void start(MachineRef machine, CallKey key) {
    logged(
        CallKind.START,
        machine,
        key,
        "",
        () -> {
          cloud.start(machine);
          return machine;
        });
  }

  @Override
  public void mark(MachineRef machine, Breadcrumb breadcrumb, CallKey key) {
    logged(
        CallKind.MARK,
        machine,
        key,
        "",
        () -> {
          cloud.markAs(machine, breadcrumb);
          return machine;
        });
  }

  @Override
  public void unmark(MachineRef machine, CallKey key) {
    logged(
        CallKind.UNMARK,
        machine,
        key,
        "",
        () -> {
          cloud.unmark(machine);
          return machine;
        });
  }

  private <T> T logged(
      CallKind kind, MachineRef machine, CallKey key, String argument, Supplier<T> effect) {
    return gate.through(
        kind,
        fault -> failure(fault, kind.name(), machine, cloud.machine(machine).now().type()),
        () -> noted(kind, machine, key, argument, effect));
  }

  private <T> T noted(
      CallKind kind, MachineRef machine, CallKey key, String argument, Supplier<T> effect) {
    try {
      T done = effect.get();
      cloud.note(call(kind, machine, key, argument, SimCall.Effect.ACCEPTED));
      return done;
    } catch (CloudException refusal) {
      cloud.note(call(kind, machine, key, argument, SimCall.Effect.REFUSED));
      throw refusal;
    }
  }

  private SimCall call(
      CallKind kind, MachineRef machine, CallKey key, String argument, SimCall.Effect effect) {
    return new SimCall(
        time.instant(), replica, kind, machine.id(), Optional.of(key), argument, effect);
  }

  private RuntimeException failure(Fault fault, String operation, MachineRef machine, String type) {
    if (fault == Fault.NO_CAPACITY) {
      cloud.runOut(type, SCARCE);
    }
    return SimCloud.refused(kind(fault), operation, machine, fault.name());
  }

  private static FailureKind kind(Fault fault) {
    return switch (fault) {
      case REQUEST_LOST, ANSWER_LOST, DIES_BEFORE, DIES_AFTER, FREEZES, SLOW ->
          FailureKind.TIMED_OUT;
      case THROTTLED -> FailureKind.THROTTLED;
      case DENIED -> FailureKind.DENIED;
      case NOT_FOUND -> FailureKind.NOT_FOUND;
      case INCOMPATIBLE -> FailureKind.INVALID_REQUEST;
      case NO_CAPACITY -> FailureKind.CAPACITY_UNAVAILABLE;
      case NO_QUOTA -> FailureKind.QUOTA_EXCEEDED;
      case STALE, UNWELL -> FailureKind.UNEXPECTED;
    };
  }

  /** Takes the way of a failure and never leaves this class. */
  private static final class Stale extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stale() {
      super("stale", null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    }
  }
}
