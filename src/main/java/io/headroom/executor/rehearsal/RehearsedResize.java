package io.headroom.executor.rehearsal;

import io.headroom.model.resize.Outcome;
import io.headroom.model.resize.PlannedResize;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the resize of one machine went.
 *
 * @param outcome how it ended; absent if it had not ended after half a day
 * @param type the type it had at the end
 * @param end whether it ran then
 * @param longestAway the longest time it was away in one go
 * @param faults what went wrong, in the order of time
 * @param pages what people were told
 */
public record RehearsedResize(
    PlannedResize planned,
    Optional<Outcome> outcome,
    String type,
    End end,
    Duration longestAway,
    List<String> faults,
    List<String> pages) {

  /** How a machine was at the end. */
  public enum End {
    /** It ran. */
    RUNNING,
    /** It did not. */
    DOWN
  }

  /** Copies the lists. */
  public RehearsedResize {
    faults = List.copyOf(faults);
    pages = List.copyOf(pages);
  }
}
