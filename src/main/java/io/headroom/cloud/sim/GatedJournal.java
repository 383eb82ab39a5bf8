package io.headroom.cloud.sim;

import io.headroom.executor.journal.Claim;
import io.headroom.executor.journal.JournalEntry;
import io.headroom.executor.journal.JournalException;
import io.headroom.executor.journal.Opening;
import io.headroom.executor.journal.OpeningLimit;
import io.headroom.executor.journal.OperationJournal;
import io.headroom.executor.journal.ReplicaId;
import io.headroom.executor.journal.Wish;
import io.headroom.executor.operation.Operation;
import io.headroom.model.resize.OperationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A journal whose claims and writes may go wrong, and that may be away altogether. */
final class GatedJournal implements OperationJournal {

  private final OperationJournal journal;
  private final Gate gate;
  private final Availability availability;

  /** Whether the journal can be reached. */
  @FunctionalInterface
  interface Availability {
    /** Whether it cannot be reached now. */
    boolean isAway();
  }

  GatedJournal(OperationJournal journal, Gate gate, Availability availability) {
    this.journal = journal;
    this.gate = gate;
    this.availability = availability;
  }

  private OperationJournal reached() {
    if (availability.isAway()) {
      throw away();
    }
    return journal;
  }

  private static JournalException away() {
    return new JournalException("Cannot reach the journal: it does not answer; it is tried again");
  }

  @Override
  public Instant now() {
    return reached().now();
  }

  @Override
  public Opening open(Operation operation, OpeningLimit limit) {
    return reached().open(operation, limit);
  }

  @Override
  public List<OperationId> due(ReplicaId replica, int limit) {
    return reached().due(replica, limit);
  }

  @Override
  public Optional<Claim> claim(OperationId id, ReplicaId replica, Duration lease) {
    return gate.through(CallKind.CLAIM, fault -> away(), () -> reached().claim(id, replica, lease));
  }

  @Override
  public void write(Claim claim, Operation operation, Instant due, List<JournalEntry.Line> lines) {
    gate.through(
        CallKind.WRITE,
        fault -> away(),
        () -> {
          reached().write(claim, operation, due, lines);
          return operation;
        });
  }

  @Override
  public void releaseAll(ReplicaId replica) {
    reached().releaseAll(replica);
  }

  @Override
  public void wish(OperationId id, Wish wish, String by) {
    reached().wish(id, wish, by);
  }

  @Override
  public Optional<Operation> find(OperationId id) {
    return reached().find(id);
  }

  @Override
  public List<Operation> active() {
    return reached().active();
  }

  @Override
  public List<JournalEntry> entries(OperationId id) {
    return reached().entries(id);
  }
}
