package io.headroom.batch.delivery;

import io.headroom.configuration.DeliverySection;
import io.headroom.outbound.OutboundGuard;
import io.headroom.outbound.WebSender;
import java.time.Duration;
import java.time.InstantSource;

/** Makes the carriers of the configuration. Closing it ends their connections. */
public final class Carriers implements AutoCloseable {

  private final OutboundGuard guard;
  private final Duration limit;
  private final WebSender sender;
  private final InstantSource clock;

  /**
   * Prepares carriers; makes no connection.
   *
   * @param limit longest time of one request
   */
  public Carriers(OutboundGuard guard, Duration limit, InstantSource clock) {
    this.guard = guard;
    this.limit = limit;
    this.sender = new WebSender(limit);
    this.clock = clock;
  }

  /**
   * Returns the carrier of a section.
   *
   * @throws IllegalArgumentException if its secret is none; the message names the delivery
   */
  public Carrier of(DeliverySection section) {
    WebCarrier web = new WebCarrier(guard, sender);
    if (section instanceof DeliverySection.ToFolder folder) {
      return new FolderCarrier(folder);
    }
    if (section instanceof DeliverySection.ToSlack slack) {
      return new SlackCarrier(slack, web);
    }
    if (section instanceof DeliverySection.ToMail mail) {
      return new MailCarrier(mail, guard, limit);
    }
    try {
      return new WebhookCarrier((DeliverySection.ToWebhook) section, web, clock);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Invalid secret of the delivery " + section.name() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    sender.close();
  }
}
