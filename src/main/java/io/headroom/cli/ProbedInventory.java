package io.headroom.cli;

import io.headroom.collector.CollectionProblem;
import io.headroom.collector.Inventory;
import io.headroom.collector.InventorySink;
import io.headroom.collector.Scope;
import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.ChannelFailure;
import io.headroom.executor.probe.HostProbe;
import io.headroom.executor.probe.UnknownHostException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Machines with what was measured inside those that can be reached. A host that fails costs its
 * profile and is a problem; a machine that nobody said how to reach is handed on as it is.
 *
 * @param inventory the machines
 * @param probe measures hosts
 */
record ProbedInventory(Inventory inventory, HostProbe probe) implements Inventory {

  @Override
  public List<Scope> scopes() {
    return inventory.scopes();
  }

  @Override
  public void read(Scope scope, InventorySink sink) {
    inventory.read(
        scope,
        new InventorySink() {
          @Override
          public void machine(Instance machine) {
            sink.machine(
                profile(scope, machine, sink)
                    .map(host -> machine.toBuilder().host(host).build())
                    .orElse(machine));
          }

          @Override
          public void problem(CollectionProblem problem) {
            sink.problem(problem);
          }
        });
  }

  private Optional<HostProfile> profile(Scope scope, Instance machine, InventorySink sink) {
    if (machine.state() != InstanceState.RUNNING) {
      return Optional.empty();
    }
    Set<String> names = new LinkedHashSet<>(List.of(machine.id(), machine.label()));
    for (String name : names) {
      try {
        return Optional.of(probe.probe(name).profile());
      } catch (UnknownHostException e) {
        // not among the hosts under this name
      } catch (ChannelException e) {
        sink.problem(
            CollectionProblem.of(
                scope,
                machine.id(),
                kind(e.failure()),
                e.getMessage() + "; what was measured before is kept"));
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static FailureKind kind(ChannelFailure failure) {
    return switch (failure) {
      case UNREACHABLE -> FailureKind.UNAVAILABLE;
      case TIMED_OUT -> FailureKind.TIMED_OUT;
      case DENIED, HOST_KEY -> FailureKind.DENIED;
      case WRONG_HOST, CHANGED_MEANWHILE -> FailureKind.CONFLICT;
      case TOO_MUCH_OUTPUT, FAILED, UNEXPECTED -> FailureKind.UNEXPECTED;
    };
  }
}
