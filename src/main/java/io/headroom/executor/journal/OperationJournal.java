package io.headroom.executor.journal;

import io.headroom.executor.operation.Operation;
import io.headroom.model.resize.OperationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where operations are kept: the only state there is. Its clock is the only clock they know, so it
 * does not matter what the clocks of the replicas show.
 *
 * <p>Every method is one transaction and throws {@link JournalException} if it cannot be made or
 * nobody knows whether it was.
 */
public interface OperationJournal {

  /** Returns the time by which leases and deadlines are measured. */
  Instant now();

  /**
   * Opens an operation, unless its machine has an active one or a limit is reached. Opening the
   * same id again changes nothing and says {@code OPENED}.
   */
  Opening open(Operation operation, OpeningLimit limit);

  /**
   * Returns operations that are due and that nobody else owns, the longest due first, then by id.
   * Operations in a phase that this version does not know are left out.
   */
  List<OperationId> due(ReplicaId replica, int limit);

  /**
   * Takes an operation or renews the lease on it. A new owner has a higher epoch than all before.
   * Nothing is returned if another replica's lease lasts, or it has ended.
   */
  Optional<Claim> claim(OperationId id, ReplicaId replica, Duration lease);

  /**
   * Stores the operation with lines about it, if {@code claim} is still the newest.
   *
   * @param due when somebody must look at it again
   * @throws LeaseLostException if another replica has taken it; nothing was written
   */
  void write(Claim claim, Operation operation, Instant due, List<JournalEntry.Line> lines);

  /** Gives up everything that {@code replica} holds, for others to take at once. */
  void releaseAll(ReplicaId replica);

  /** Says what people want of an operation; an ended one does not mind. */
  void wish(OperationId id, Wish wish, String by);

  /** Returns an operation; nothing if there is none of that id. */
  Optional<Operation> find(OperationId id);

  /** Returns all operations that have not ended, by id. */
  List<Operation> active();

  /** Returns the lines about an operation, oldest first; none if there is no such operation. */
  List<JournalEntry> entries(OperationId id);
}
