package io.headroom.executor.run;

import io.headroom.executor.journal.JournalException;
import io.headroom.executor.journal.LeaseLostException;
import io.headroom.executor.journal.OperationJournal;
import io.headroom.executor.journal.ReplicaId;
import io.headroom.executor.notice.Pager;
import io.headroom.executor.operation.Operation;
import io.headroom.executor.stage.Surroundings;
import io.headroom.model.resize.OperationId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Works on whatever operations are due. Any number of replicas may do so beside each other; any of
 * them may stop at any moment, and another goes on from where it was. For one thread.
 */
public final class OperationWorker {

  /** Operations that one round takes a turn of. */
  private static final int AT_ONCE = 50;

  private final OperationJournal journal;
  private final ReplicaId replica;
  private final Duration lease;
  private final Turn turn;
  private final PageDelivery pages;
  private final DarkWatch dark;
  private boolean retired;

  /**
   * Prepares a worker.
   *
   * @param around what it works with and is held by
   * @param ticker measures leases
   */
  public OperationWorker(
      OperationJournal journal,
      Surroundings around,
      Pager pager,
      Ticker ticker,
      ReplicaSettings settings) {
    this.journal = journal;
    this.replica = settings.replica();
    this.lease = settings.lease();
    this.pages = new PageDelivery(pager);
    this.turn = new Turn(journal, around, pages, ticker, lease);
    this.dark = new DarkWatch(ticker, around.patience().outage().dividedBy(2));
  }

  /** Takes a turn of every operation that is due. Returns how many there were. */
  public int round() {
    if (retired) {
      return 0;
    }
    List<OperationId> due;
    try {
      due = journal.due(replica, AT_ONCE);
    } catch (JournalException away) {
      dark.pages().forEach(pages::attempt);
      return 0;
    }
    due.forEach(this::takeTurn);
    return due.size();
  }

  private void takeTurn(OperationId id) {
    try {
      Optional<Operation> stored = turn.take(id, replica);
      stored.ifPresent(
          operation -> {
            dark.note(operation);
            pages.deliver(operation);
          });
    } catch (LeaseLostException taken) {
      // the new owner goes on from what it sees
    } catch (JournalException away) {
      dark.pages().forEach(pages::attempt);
    }
  }

  /** Takes no more turns and gives up everything it holds, for the other replicas. */
  public void retire() {
    retired = true;
    journal.releaseAll(replica);
  }
}
