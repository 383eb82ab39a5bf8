package io.headroom.executor.run;

import io.headroom.executor.notice.Page;
import io.headroom.executor.operation.Operation;
import io.headroom.executor.stage.AwayAlarm;
import io.headroom.model.resize.OperationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps in mind which machines are held stopped, for the time when the journal is away: nothing may
 * be done then, but a person can be told.
 */
final class DarkWatch {

  private final Ticker ticker;
  private final Duration bearable;
  private final SortedMap<OperationId, Held> held = new TreeMap<>();

  DarkWatch(Ticker ticker, Duration bearable) {
    this.ticker = ticker;
    this.bearable = bearable;
  }

  void note(Operation stored) {
    if (AwayAlarm.isHeld(stored)) {
      held.putIfAbsent(stored.id(), new Held(stored, ticker.elapsed()));
    } else {
      held.remove(stored.id());
    }
  }

  /** Returns a page for each machine that has been held longer than is bearable, once. */
  List<Page> pages() {
    List<Page> pages = new ArrayList<>();
    for (Held one : List.copyOf(held.values())) {
      if (ticker.elapsed().minus(one.since()).compareTo(bearable) >= 0) {
        held.remove(one.operation().id());
        pages.add(
            new Page(
                one.operation().id(),
                one.operation().machine(),
                one.operation().machine().label()
                    + " is stopped and the journal cannot be reached; it is brought back as soon"
                    + " as it can"));
      }
    }
    return pages;
  }

  private record Held(Operation operation, Duration since) {}
}
