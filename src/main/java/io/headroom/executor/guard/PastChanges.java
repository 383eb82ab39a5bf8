package io.headroom.executor.guard;

import io.headroom.model.machine.TypeHistory;
import io.headroom.model.resize.MachineRef;

/** Knows which types a machine had. */
public interface PastChanges {

  /** Returns the types of a machine; only the present one is known where nothing was recorded. */
  TypeHistory of(MachineRef machine);
}
