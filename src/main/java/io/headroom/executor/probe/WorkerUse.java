package io.headroom.executor.probe;

import io.headroom.model.unit.Mebibytes;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The workers of one kind, measured.
 *
 * @param count how many run
 * @param threads threads that each may use
 * @param memory what they hold; absent if it may not be read
 * @param busy how many have a request or a job at this moment, if it can be seen
 * @param waiting requests that wait to be taken, if it can be seen
 * @param maxRequests requests after which a worker is replaced, if it is limited
 */
public record WorkerUse(
    int count,
    int threads,
    Optional<Footprint> memory,
    OptionalInt busy,
    OptionalInt waiting,
    OptionalInt maxRequests) {

  /**
   * Proportional set sizes: memory that workers share, as after a preload, is counted once.
   *
   * @param total of all of them
   * @param high 95th percentile of one
   * @param low 5th percentile of one
   */
  public record Footprint(Mebibytes total, Mebibytes high, Mebibytes low) {}
}
