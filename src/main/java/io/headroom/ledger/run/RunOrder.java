package io.headroom.ledger.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A run that somebody wants. Of one job one run is under way at a time, and there is one run for
 * each occurrence.
 *
 * @param job what is run; runs of different jobs do not mind each other
 * @param occurrence the time of the schedule it is for; absent if it is for none
 * @param actor who wants it
 */
public record RunOrder(String job, RunTrigger trigger, Optional<Instant> occurrence, String actor) {

  /** Cuts the occurrence to whole seconds, the finest that a schedule knows. */
  public RunOrder {
    occurrence = occurrence.map(time -> time.truncatedTo(ChronoUnit.SECONDS));
  }
}
