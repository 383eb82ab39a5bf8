package io.headroom.ledger.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Deliveries that must not be lost when a receiver is away. Each is delivered at least once, and
 * hardly ever twice.
 */
public interface Outbox {

  /** Puts something in and returns its id. */
  String put(Parcel parcel);

  /**
   * Takes out what is due, oldest first, so that nobody else delivers it meanwhile.
   *
   * @param most most deliveries to take
   * @param lease how long nobody else takes them, by the clock of the database
   */
  List<Delivery> take(int most, Duration lease, Instant now);

  /** Notes that it was delivered. */
  void delivered(Delivery delivery, Instant now);

  /**
   * Notes that it could not be delivered and when to try again.
   *
   * @param reason why not, without secrets
   */
  void failed(Delivery delivery, String reason, Instant retryAt);

  /**
   * Notes that nobody is to try again.
   *
   * @param reason why not, without secrets
   */
  void giveUp(Delivery delivery, String reason, Instant now);

  /** Returns how many parcels there are. */
  DeliveryCounts counts();
}
