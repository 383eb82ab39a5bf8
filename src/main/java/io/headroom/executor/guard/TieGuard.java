package io.headroom.executor.guard;

import io.headroom.executor.machine.Sighting;
import io.headroom.executor.machine.Sighting.Storage;
import io.headroom.executor.operation.Operation;
import io.headroom.model.machine.Lifecycle;
import io.headroom.model.machine.Manager;
import java.time.Instant;
import java.util.Optional;

/** Keeps away from machines that a stop would destroy or that something else would replace. */
public final class TieGuard implements Guard {

  @Override
  public Optional<String> objection(Operation operation, Sighting seen, Instant now) {
    Optional<Manager> manager = seen.ties().manager();
    if (manager.isPresent()) {
      return Optional.of(
          "it belongs to the "
              + manager.get().kind().words()
              + " "
              + manager.get().name()
              + ": change "
              + manager.get().kind().remedy()
              + " instead");
    }
    if (seen.ties().lifecycle() != Lifecycle.ON_DEMAND) {
      return Optional.of("its type cannot be changed: it is " + seen.ties().lifecycle().id());
    }
    return seen.ties().storage() == Storage.LOST_AT_A_STOP
        ? Optional.of("a stop would lose the data on its local disks")
        : Optional.empty();
  }
}
