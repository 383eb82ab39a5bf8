package io.headroom.catalog.price;

import io.headroom.model.catalog.CustomShapes;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.RegionCatalog;
import java.util.Optional;

/** Takes the prices away: the types are still known, and no candidates. */
public final class UnpricedRegion {

  private UnpricedRegion() {}

  /** Returns {@code list} without a price: what is known for a platform that has no list prices. */
  public static RegionCatalog of(RegionCatalog list) {
    return RegionCatalog.of(
        list.provider(),
        list.region(),
        list.priceDate(),
        list.source(),
        list.offerings().values().stream().map(UnpricedRegion::unpriced).toList(),
        list.customShapes().stream().map(UnpricedRegion::unpriced).toList());
  }

  static Offering unpriced(Offering listed) {
    return new Offering(listed.type(), Optional.empty(), listed.basis(), listed.discount());
  }

  static CustomShapes unpriced(CustomShapes listed) {
    return listed.withPrices(Optional.empty(), listed.discount());
  }
}
