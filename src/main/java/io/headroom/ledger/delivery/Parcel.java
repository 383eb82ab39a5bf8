package io.headroom.ledger.delivery;

import io.headroom.ledger.content.Content;
import java.time.Instant;

/**
 * Something to deliver.
 *
 * @param channel name of the channel it goes over, such as that of a webhook in the configuration
 * @param kind what it is, such as {@code run.finished}
 * @param content what is delivered; who takes it out again knows its form
 * @param notBefore when it may be delivered at the earliest
 */
public record Parcel(String channel, String kind, Content content, Instant notBefore) {}
