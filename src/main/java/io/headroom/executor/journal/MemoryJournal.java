package io.headroom.executor.journal;

import io.headroom.executor.operation.Operation;
import io.headroom.model.resize.OperationId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A journal in memory, for one process: rehearsals, tests, and hosts that keep nothing. */
public final class MemoryJournal implements OperationJournal {

  private final InstantSource clock;
  private final SortedMap<OperationId, Row> rows = new TreeMap<>();
  private final List<JournalEntry> entries = new ArrayList<>();

  /** Starts empty; {@code clock} is the journal's. */
  public MemoryJournal(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Instant now() {
    return clock.instant();
  }

  @Override
  public synchronized Opening open(Operation operation, OpeningLimit limit) {
    if (rows.containsKey(operation.id())) {
      return new Opening(Opening.Result.OPENED, operation.id());
    }
    List<Operation> active = active();
    Optional<Operation> sameMachine =
        active.stream().filter(other -> sameMachine(other, operation)).findFirst();
    if (sameMachine.isPresent()) {
      return new Opening(Opening.Result.MACHINE_BUSY, sameMachine.get().id());
    }
    List<Operation> sameGroup =
        active.stream().filter(other -> sameGroup(other, operation)).toList();
    if (sameGroup.size() >= limit.inGroup()) {
      return busy(Opening.Result.GROUP_BUSY, sameGroup, operation);
    }
    if (active.size() >= limit.inFleet()) {
      return busy(Opening.Result.FLEET_BUSY, active, operation);
    }
    rows.put(operation.id(), new Row(operation, clock.instant()));
    append(operation.id(), 0, JournalEntry.Line.of(JournalEntry.Kind.OPENED, opened(operation)));
    return new Opening(Opening.Result.OPENED, operation.id());
  }

  private static String opened(Operation operation) {
    return operation.resize().from()
        + " to "
        + operation.resize().goal()
        + ", plan "
        + operation.order().plan()
        + " approved by "
        + operation.order().approvedBy();
  }

  private static Opening busy(Opening.Result result, List<Operation> others, Operation asked) {
    return new Opening(result, others.isEmpty() ? asked.id() : others.get(0).id());
  }

  private static boolean sameMachine(Operation first, Operation second) {
    return first.machine().id().equals(second.machine().id())
        && first.machine().placement().equals(second.machine().placement());
  }

  private static boolean sameGroup(Operation first, Operation second) {
    return first.resize().group().isPresent()
        && first.resize().group().equals(second.resize().group());
  }

  @Override
  public synchronized List<OperationId> due(ReplicaId replica, int limit) {
    Instant now = clock.instant();
    return rows.values().stream()
        .filter(row -> !row.operation.hasEnded() && !row.due.isAfter(now))
        .filter(row -> row.isFreeFor(replica, now))
        .sorted(
            Comparator.<Row, Instant>comparing(row -> row.due)
                .thenComparing(row -> row.operation.id()))
        .limit(limit)
        .map(row -> row.operation.id())
        .toList();
  }

  @Override
  public synchronized Optional<Claim> claim(OperationId id, ReplicaId replica, Duration lease) {
    Instant now = clock.instant();
    Row row = rows.get(id);
    if (row == null || row.operation.hasEnded() || !row.isFreeFor(replica, now)) {
      return Optional.empty();
    }
    if (!row.isHeldBy(replica, now)) {
      row.owner = Optional.of(replica);
      row.epoch++;
      append(
          id, row.epoch, JournalEntry.Line.of(JournalEntry.Kind.CLAIMED, "by " + replica.value()));
    }
    row.leaseEnds = now.plus(lease);
    return Optional.of(new Claim(row.operation, replica, row.epoch, now, row.wish));
  }

  @Override
  public synchronized void write(
      Claim claim, Operation operation, Instant due, List<JournalEntry.Line> lines) {
    Row row = rows.get(operation.id());
    if (row == null || row.epoch != claim.epoch()) {
      throw new LeaseLostException(operation.id(), claim.epoch());
    }
    row.operation = operation;
    row.due = due;
    lines.forEach(line -> append(operation.id(), claim.epoch(), line));
  }

  @Override
  public synchronized void releaseAll(ReplicaId replica) {
    Instant now = clock.instant();
    rows.values().stream()
        .filter(row -> row.isHeldBy(replica, now))
        .forEach(row -> row.owner = Optional.empty());
  }

  @Override
  public synchronized void wish(OperationId id, Wish wish, String by) {
    Row row = rows.get(id);
    if (row != null) {
      row.wish = wish;
      append(id, 0, JournalEntry.Line.of(JournalEntry.Kind.WISH, wish + " by " + by));
    }
  }

  @Override
  public synchronized Optional<Operation> find(OperationId id) {
    return Optional.ofNullable(rows.get(id)).map(row -> row.operation);
  }

  @Override
  public synchronized List<Operation> active() {
    return rows.values().stream()
        .map(row -> row.operation)
        .filter(operation -> !operation.hasEnded())
        .toList();
  }

  @Override
  public synchronized List<JournalEntry> entries(OperationId id) {
    return entries.stream().filter(entry -> entry.operation().equals(id)).toList();
  }

  private void append(OperationId id, long epoch, JournalEntry.Line line) {
    entries.add(
        new JournalEntry(
            entries.size() + 1L,
            id,
            epoch,
            clock.instant(),
            line.kind(),
            line.intent(),
            line.action(),
            line.text()));
  }

  private static final class Row {
    private Operation operation;
    private Instant due;
    private Optional<ReplicaId> owner = Optional.empty();
    private Instant leaseEnds = Instant.EPOCH;
    private long epoch;
    private Wish wish = Wish.GO_ON;

    private Row(Operation operation, Instant due) {
      this.operation = operation;
      this.due = due;
    }

    private boolean isHeldBy(ReplicaId replica, Instant now) {
      return owner.isPresent() && owner.get().equals(replica) && now.isBefore(leaseEnds);
    }

    private boolean isFreeFor(ReplicaId replica, Instant now) {
      return owner.isEmpty() || owner.get().equals(replica) || !now.isBefore(leaseEnds);
    }
  }
}
