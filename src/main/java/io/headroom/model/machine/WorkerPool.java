package io.headroom.model.machine;

import io.headroom.model.unit.Mebibytes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The worker processes of one kind on a host.
 *
 * @param count how many run now, 0 or more
 * @param perWorkerHigh measured proportional set size of a worker, 95th percentile
 * @param perWorkerLow the same, 5th percentile
 * @param threads threads of a worker, if it has more than one
 * @param peakBusy the most workers ever seen busy at once, if measured
 * @param changes earlier counts, in the order of time
 */
public record WorkerPool(
    int count,
    Optional<Mebibytes> perWorkerHigh,
    Optional<Mebibytes> perWorkerLow,
    OptionalInt threads,
    OptionalInt peakBusy,
    List<CountChange> changes) {

  /**
   * A count that came into force.
   *
   * @param from since when
   * @param count number of workers
   */
  public record CountChange(Instant from, int count) {}

  /**
   * Sorts the changes by time.
   *
   * @throws IllegalArgumentException if a count is negative or threads is below 1
   */
  public WorkerPool {
    changes = changes.stream().sorted(Comparator.comparing(CountChange::from)).toList();
    if (count < 0 || changes.stream().anyMatch(change -> change.count() < 0)) {
      throw new IllegalArgumentException(
          "Invalid worker count: a negative number; expected 0 or more");
    }
    if (threads.isPresent() && threads.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "Invalid threads of a worker: " + threads.getAsInt() + "; expected 1 or more");
    }
  }

  /** Returns a pool of which only the present count is known. */
  public static WorkerPool of(int count) {
    return new WorkerPool(
        count,
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        List.of());
  }

  /** Returns how many workers ran at {@code instant}; the present count if no change is known. */
  public int countAt(Instant instant) {
    int found = changes.isEmpty() ? count : changes.get(0).count();
    for (CountChange change : changes) {
      if (!change.from().isAfter(instant)) {
        found = change.count();
      }
    }
    return found;
  }
}
