package io.headroom.executor;

import io.headroom.executor.journal.MemoryJournal;
import io.headroom.executor.journal.OperationJournal;
import java.time.Duration;
import java.time.Instant;

/** The journal in memory keeps what a journal promises. */
class MemoryJournalTest extends OperationJournalContract {

  private Instant now = Instant.parse("2026-07-20T02:00:00Z");

  @Override
  protected OperationJournal openJournal() {
    return new MemoryJournal(() -> now);
  }

  @Override
  protected void pass(Duration time) {
    now = now.plus(time);
  }
}
