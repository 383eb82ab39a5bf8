package io.headroom.executor.run;

import io.headroom.executor.host.HostException;
import io.headroom.executor.journal.Claim;
import io.headroom.executor.machine.Breadcrumb;
import io.headroom.executor.machine.CallKey;
import io.headroom.executor.machine.MachineControl;
import io.headroom.executor.machine.StopAnswer;
import io.headroom.executor.operation.Action;
import io.headroom.executor.operation.Operation;
import io.headroom.executor.stage.Answer;
import io.headroom.executor.stage.Surroundings;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.resize.MachineRef;
import io.headroom.model.resize.WorkerChange;
import io.headroom.model.resize.WorkerCounts;
import java.util.Optional;

/** Makes a change and says what came of it. */
final class Changes {

  private static final Answer ACCEPTED = new Answer(Answer.Result.ACCEPTED, Optional.empty(), "");

  private final Surroundings around;

  Changes(Surroundings around) {
    this.around = around;
  }

  /** Makes the change that {@code operation} has journaled as its newest intent. */
  Answer make(Claim claim, Operation operation, Action action) {
    try {
      return tried(claim, operation, action);
    } catch (CloudException failure) {
      return Answer.of(failure.kind(), failure.getMessage());
    } catch (HostException failure) {
      return Answer.of(FailureKind.UNAVAILABLE, String.valueOf(failure.getMessage()));
    }
  }

  private Answer tried(Claim claim, Operation operation, Action action) {
    MachineControl machines = around.machines();
    MachineRef machine = operation.machine();
    CallKey key = new CallKey(operation.id(), operation.intents());
    switch (action.kind()) {
      case MARK -> machines.mark(machine, breadcrumb(claim, operation), key);
      case SET_WORKERS ->
          action.workers().ifPresent(counts -> around.workers().apply(machine, counts));
      case STOP -> {
        return answer(machines.stop(machine, key));
      }
      case CHANGE_TYPE -> machines.changeType(machine, action.type(), key);
      case START -> machines.start(machine, key);
      case UNMARK -> machines.unmark(machine, key);
    }
    return ACCEPTED;
  }

  private static Answer answer(StopAnswer stop) {
    return switch (stop) {
      case STOPPING -> ACCEPTED;
      case WAS_NOT_RUNNING ->
          new Answer(Answer.Result.NOTHING_TO_DO, Optional.empty(), "it was not running");
    };
  }

  private static Breadcrumb breadcrumb(Claim claim, Operation operation) {
    return new Breadcrumb(
        operation.id(),
        claim.epoch(),
        operation.resize().from(),
        operation.resize().goal(),
        claim.now(),
        operation
            .resize()
            .workers()
            .map(WorkerChange::whileChanging)
            .map(Changes::atBoot)
            .orElse(""));
  }

  private static String atBoot(WorkerCounts counts) {
    return "web-"
        + counts.web()
        + (counts.background().isPresent() ? "_background-" + counts.background().getAsInt() : "");
  }
}
