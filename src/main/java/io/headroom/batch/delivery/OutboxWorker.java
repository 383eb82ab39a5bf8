package io.headroom.batch.delivery;

import io.headroom.configuration.DeliverySection;
import io.headroom.configuration.DeliverySection.When;
import io.headroom.ledger.content.Content;
import io.headroom.ledger.delivery.Delivery;
import io.headroom.ledger.delivery.Outbox;
import io.headroom.ledger.delivery.Parcel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts messages into the outbox and delivers what is due. A receiver that is away is tried again
 * after 1, 5, 30 minutes, 2, 6 and 12 hours, and then given up; the others are not held up.
 */
public final class OutboxWorker {

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(12));

  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final int AT_ONCE = 20;

  private final Outbox outbox;
  private final Carriers carriers;
  private final List<DeliverySection> sections;
  private final InstantSource clock;

  /** Prepares deliveries to what the configuration names. */
  public OutboxWorker(
      Outbox outbox, Carriers carriers, List<DeliverySection> sections, InstantSource clock) {
    this.outbox = outbox;
    this.carriers = carriers;
    this.sections = List.copyOf(sections);
    this.clock = clock;
  }

  /** Whether a message says that something is different. */
  public enum News {
    /** It does. */
    SOME,
    /** It does not. */
    NONE
  }

  /** Puts a message in for every receiver that wants it, and returns for how many. */
  public int put(Message message, News news) {
    int count = 0;
    for (DeliverySection section : sections) {
      if (section.when() == When.ALWAYS || news == News.SOME) {
        outbox.put(
            new Parcel(
                section.name(),
                message.kind(),
                Content.ofText(MessageJson.write(message)),
                clock.instant()));
        count++;
      }
    }
    return count;
  }

  /** Delivers what is due, and returns what went wrong, in words without secrets. */
  public List<String> deliverDue() {
    List<String> problems = new ArrayList<>();
    List<Delivery> due = outbox.take(AT_ONCE, LEASE, clock.instant());
    while (!due.isEmpty()) {
      due.forEach(delivery -> deliver(delivery).ifPresent(problems::add));
      due = outbox.take(AT_ONCE, LEASE, clock.instant());
    }
    return List.copyOf(problems);
  }

  private Optional<String> deliver(Delivery delivery) {
    Instant now = clock.instant();
    try {
      carrier(delivery.parcel().channel())
          .deliver(MessageJson.read(delivery.parcel().content().text()));
      outbox.delivered(delivery, clock.instant());
      return Optional.empty();
    } catch (DeliveryException e) {
      String reason = String.valueOf(e.getMessage());
      boolean isLast = delivery.attempt() > WAITS.size();
      if (isLast || e.again() == DeliveryException.Again.NEVER) {
        outbox.giveUp(delivery, reason, now);
        return Optional.of(reason + "; given up");
      }
      Duration wait = WAITS.get(delivery.attempt() - 1);
      outbox.failed(delivery, reason, now.plus(wait));
      return Optional.of(reason + "; next try in " + wait.toMinutes() + " min");
    } catch (IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage());
      outbox.giveUp(delivery, reason, now);
      return Optional.of(reason + "; given up");
    }
  }

  private Carrier carrier(String name) {
    return sections.stream()
        .filter(section -> section.name().equals(name))
        .findFirst()
        .map(carriers::of)
        .orElseThrow(
            () ->
                new DeliveryException(
                    DeliveryException.Again.NEVER,
                    "Cannot deliver " + name + ": the configuration has no such delivery"));
  }
}
