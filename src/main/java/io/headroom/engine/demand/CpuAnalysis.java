package io.headroom.engine.demand;

import io.headroom.model.demand.Demand;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.Notice;
import java.util.List;
import java.util.Optional;

/**
 * CPU demand and what else its samples say.
 *
 * @param demand the demand
 * @param means usage slot by slot, for replays; absent if not collected
 * @param cutOffAt capacity at which demand was cut off; absent if it was not
 * @param byCredits whether credits that ran out cut it off
 * @param boundByThreads whole cores at which single threads hold the machine, if they do
 * @param monthEndSeen whether the history holds the last day of a month
 * @param notices what a reader should know
 */
public record CpuAnalysis(
    Demand<VCpus> demand,
    Optional<Usage> means,
    Optional<VCpus> cutOffAt,
    boolean byCredits,
    Optional<Integer> boundByThreads,
    boolean monthEndSeen,
    List<Notice> notices) {

  /** Copies the list. */
  public CpuAnalysis {
    notices = List.copyOf(notices);
  }
}
