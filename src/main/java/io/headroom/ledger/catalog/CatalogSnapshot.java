package io.headroom.ledger.catalog;

import io.headroom.ledger.content.Content;
import io.headroom.model.machine.Provider;
import java.time.Instant;

/**
 * The instance types and prices of a provider as they were at a time.
 *
 * @param hash SHA-256 of the content, its name
 * @param takenAt when the provider was asked
 * @param content the snapshot as the catalog writes it; nobody else looks into it
 */
public record CatalogSnapshot(Provider provider, String hash, Instant takenAt, Content content) {

  /** Returns a snapshot named by its content. */
  public static CatalogSnapshot of(Provider provider, Instant takenAt, Content content) {
    return new CatalogSnapshot(provider, content.sha256(), takenAt, content);
  }
}
