package io.headroom.catalog.price;

import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.catalog.ResourcePrices;
import io.headroom.model.unit.HourlyPrice;
import java.util.Currency;
import java.util.Optional;
import java.util.stream.Stream;

/** The currency of a region's list prices; a region has one. */
final class ListCurrency {

  private ListCurrency() {}

  /** Returns the currency; nothing if the region has no price at all. */
  static Optional<Currency> of(RegionCatalog list) {
    return Stream.concat(
            list.offerings().values().stream().flatMap(offering -> offering.price().stream()),
            list.customShapes().stream()
                .flatMap(shapes -> shapes.prices().map(ResourcePrices::vcpu).stream()))
        .map(HourlyPrice::currency)
        .findFirst();
  }
}
