package io.headroom.ledger.machine;

import io.headroom.model.series.Observations;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What was observed of machines. Values are kept bit for bit. A machine need not be known to {@link
 * Instances} for samples of it to be kept.
 */
public interface SeriesHistory {

  /**
   * Returns what was observed in the slots that lie wholly within {@code window}; {@link
   * Observations#NONE} if nothing was. The answer does not depend on the pieces in which samples
   * came.
   */
  Observations read(String instanceId, TimeRange window);

  /**
   * Lays pieces over what is there, in their order: a sample replaces the one its slot had, a gap
   * replaces nothing. Where a piece has slots of another length or unit, what was there before ends
   * before its first sample and goes on after its last. The same pieces again change nothing. All
   * or none of the pieces are kept.
   *
   * @throws IllegalArgumentException if a piece has slots of more than a day
   */
  void lay(String instanceId, List<Series> pieces);

  /**
   * Notes for which time metrics have been answered whole. Where a time does not touch what is
   * known, the later of the two is kept: one range without holes.
   */
  void answered(Collection<AnsweredRange> ranges);

  /** Returns for which time each metric of each machine has been answered whole, by machine. */
  SortedMap<String, List<AnsweredRange>> answered();

  /**
   * Returns the end of the time that was collected, over all clouds; nothing before the first
   * collection. Verdicts are as of this time unless another is asked for.
   */
  Optional<Instant> until();

  /** Notes the end of a collection; a time before the one that is known changes nothing. */
  void reached(Instant until);
}
