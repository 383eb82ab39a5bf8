package io.headroom.advice;

import io.headroom.engine.candidate.CandidateTable;
import io.headroom.model.machine.Instance;
import java.util.Optional;

/**
 * The types of a machine's region with the prices of its platform, prepared once for each region
 * and platform. Implementations are safe for use by several threads.
 */
@FunctionalInterface
public interface RegionTables {

  /** Returns the table for {@code instance}, or nothing if its region is not known. */
  Optional<CandidateTable> of(Instance instance);
}
