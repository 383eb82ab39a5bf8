package io.headroom.catalog.refresh;

import io.headroom.model.machine.Provider;

/**
 * Where fresh instance types and list prices of one provider come from. A source may hold
 * connections; whoever opened it closes it.
 */
public interface CatalogSource extends AutoCloseable {

  /** Returns the provider it asks. */
  Provider provider();

  /**
   * Returns every type that {@code region} offers, with its list price for Linux on demand. A type
   * for which the provider publishes no price, or more than one, has none: no price is made up.
   * Asking twice asks the provider twice.
   *
   * @throws io.headroom.model.cloud.CloudException if the provider does not know the region,
   *     refuses, cannot be reached, or gives less than it announced; never a part of a region
   */
  FetchedRegion fetch(String region);

  /** Ends its connections. */
  @Override
  void close();
}
