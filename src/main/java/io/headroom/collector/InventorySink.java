package io.headroom.collector;

import io.headroom.model.machine.Instance;

/** Takes what an {@link Inventory} reads. */
public interface InventorySink {

  /** Takes a machine. */
  void machine(Instance machine);

  /** Takes something that could not be read, while the rest could. */
  void problem(CollectionProblem problem);
}
