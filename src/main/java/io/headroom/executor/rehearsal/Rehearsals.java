package io.headroom.executor.rehearsal;

import io.headroom.model.resize.PlanHash;
import io.headroom.model.resize.ResizePlan;
import java.util.List;

/** Plays a plan, with the executor that would carry it out, in a cloud that is not real. */
public interface Rehearsals {

  /**
   * Returns how each resize went, in the order of the plan. Each machine is alone in its own cloud.
   * The same plan and settings go the same way.
   */
  List<RehearsedResize> rehearse(ResizePlan plan, PlanHash hash, RehearsalSettings settings);
}
