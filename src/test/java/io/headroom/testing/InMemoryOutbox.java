package io.headroom.testing;

import io.headroom.ledger.delivery.Delivery;
import io.headroom.ledger.delivery.DeliveryCounts;
import io.headroom.ledger.delivery.Outbox;
import io.headroom.ledger.delivery.Parcel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** An outbox in memory. */
final class InMemoryOutbox implements Outbox {

  private final InstantSource clock;
  private final SortedMap<String, Waiting> waiting = new TreeMap<>();
  private int put;
  private long delivered;
  private long givenUp;

  /** What waits: how often it was tried, and when it may be taken again. */
  private record Waiting(Parcel parcel, int attempts, Instant due, Instant leaseEnd) {}

  InMemoryOutbox(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized String put(Parcel parcel) {
    put++;
    String id = String.format(java.util.Locale.ROOT, "parcel-%05d", put);
    waiting.put(id, new Waiting(parcel, 0, parcel.notBefore(), Instant.MIN));
    return id;
  }

  @Override
  public synchronized List<Delivery> take(int most, Duration lease, Instant now) {
    List<Delivery> taken = new ArrayList<>();
    waiting.replaceAll(
        (id, one) -> {
          boolean isDue = !one.due().isAfter(now) && one.leaseEnd().isBefore(clock.instant());
          if (!isDue || taken.size() == most) {
            return one;
          }
          taken.add(new Delivery(id, one.parcel(), one.attempts() + 1, one.attempts() + 1L));
          return new Waiting(
              one.parcel(), one.attempts() + 1, one.due(), clock.instant().plus(lease));
        });
    return taken;
  }

  @Override
  public synchronized void delivered(Delivery delivery, Instant now) {
    waiting.remove(delivery.id());
    delivered++;
  }

  @Override
  public synchronized void failed(Delivery delivery, String reason, Instant retryAt) {
    waiting.put(
        delivery.id(), new Waiting(delivery.parcel(), delivery.attempt(), retryAt, Instant.MIN));
  }

  @Override
  public synchronized void giveUp(Delivery delivery, String reason, Instant now) {
    waiting.remove(delivery.id());
    givenUp++;
  }

  @Override
  public synchronized DeliveryCounts counts() {
    return new DeliveryCounts(waiting.size(), delivered, givenUp);
  }
}
