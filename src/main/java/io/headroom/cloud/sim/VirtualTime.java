package io.headroom.cloud.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** Time that passes only when nothing else is left to do, and what is to happen in it. */
public final class VirtualTime implements InstantSource {

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
  private Instant now;
  private long scheduled;

  /** Starts at {@code now}. */
  public VirtualTime(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Lets {@code event} happen after {@code delay}; of events at one time the first comes first. */
  public void after(Duration delay, Runnable event) {
    events.add(new Event(now.plus(delay), scheduled++, event));
  }

  /** Lets time pass while one call takes its time; nothing else happens meanwhile. */
  void pass(Duration time) {
    now = now.plus(time);
  }

  /** Lets things happen until {@code done} or {@code limit}, whatever comes first. */
  public void runUntil(Instant limit, BooleanSupplier done) {
    while (!done.getAsBoolean() && !events.isEmpty() && !events.peek().at().isAfter(limit)) {
      Event next = events.remove();
      if (next.at().isAfter(now)) {
        now = next.at();
      }
      next.what().run();
    }
  }

  private record Event(Instant at, long number, Runnable what) {}
}
