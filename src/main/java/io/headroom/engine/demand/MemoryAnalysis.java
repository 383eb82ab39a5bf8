package io.headroom.engine.demand;

import io.headroom.model.demand.Demand;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.verdict.Notice;
import java.util.List;
import java.util.Optional;

/**
 * Memory demand and what else its samples say.
 *
 * @param demand the demand, without headroom
 * @param used usage slot by slot, for replays; absent if not collected
 * @param cutOffAt capacity at which demand was cut off; absent if it was not
 * @param understated whether the measure leaves something out
 * @param notices what a reader should know
 */
public record MemoryAnalysis(
    Demand<Mebibytes> demand,
    Optional<Usage> used,
    Optional<Mebibytes> cutOffAt,
    boolean understated,
    List<Notice> notices) {

  /** Copies the list. */
  public MemoryAnalysis {
    notices = List.copyOf(notices);
  }
}
