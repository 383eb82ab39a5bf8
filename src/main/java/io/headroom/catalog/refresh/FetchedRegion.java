package io.headroom.catalog.refresh;

import io.headroom.model.catalog.RegionCatalog;
import java.util.Currency;
import java.util.List;

/**
 * A region as its provider describes it now.
 *
 * @param currency currency of its list prices
 * @param licence under which terms the provider publishes them
 * @param notices what a person should know of it, such as types whose price is ambiguous; sentences
 */
public record FetchedRegion(
    RegionCatalog catalog, Currency currency, String licence, List<String> notices) {

  /** Copies the list. */
  public FetchedRegion {
    notices = List.copyOf(notices);
  }

  /** Returns how many of its types have a price. */
  public long priced() {
    return catalog.offerings().values().stream()
        .filter(offering -> offering.price().isPresent())
        .count();
  }
}
