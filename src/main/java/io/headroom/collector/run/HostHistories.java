package io.headroom.collector.run;

import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.WorkerPool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Continues what is known of the inside of a machine: a count that has changed becomes history, and
 * what was not measured this time is kept.
 */
final class HostHistories {

  private HostHistories() {}

  /**
   * Returns the profile as it is now with what was known before.
   *
   * @param recordedUntil when it was as {@code before} says
   */
  static HostProfile continued(HostProfile before, Instant recordedUntil, HostProfile now) {
    if (now.equals(HostProfile.UNKNOWN)) {
      return before;
    }
    return new HostProfile(
        now.recipe().or(before::recipe),
        pool(before.web(), recordedUntil, now.web()),
        pool(before.background(), recordedUntil, now.background()),
        now.coResident().or(before::coResident),
        now.services(),
        now.pools().isEmpty() ? before.pools() : now.pools());
  }

  /** A pool that was not seen this time may be down for a moment. */
  private static Optional<WorkerPool> pool(
      Optional<WorkerPool> before, Instant recordedUntil, Optional<WorkerPool> now) {
    if (before.isEmpty() || now.isEmpty()) {
      return now.or(() -> before);
    }
    WorkerPool known = before.get();
    WorkerPool seen = now.get();
    return Optional.of(
        new WorkerPool(
            seen.count(),
            seen.perWorkerHigh().or(known::perWorkerHigh),
            seen.perWorkerLow().or(known::perWorkerLow),
            seen.threads().isPresent() ? seen.threads() : known.threads(),
            seen.peakBusy().isPresent() ? seen.peakBusy() : known.peakBusy(),
            changes(known, recordedUntil, seen)));
  }

  private static List<WorkerPool.CountChange> changes(
      WorkerPool known, Instant recordedUntil, WorkerPool seen) {
    List<WorkerPool.CountChange> changes = new ArrayList<>(known.changes());
    if (known.count() != seen.count()) {
      if (changes.isEmpty()) {
        changes.add(new WorkerPool.CountChange(Instant.EPOCH, known.count()));
      }
      changes.add(new WorkerPool.CountChange(recordedUntil, seen.count()));
    }
    return changes;
  }
}
