package io.headroom.catalog.price;

import io.headroom.document.MappingNode;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Provider;
import java.util.Optional;

/**
 * A region that no catalog has: a price file lends it the types of another region, and all its
 * prices are the file's own.
 *
 * @param typesFrom the region whose types it has
 * @param source where it stands in the file, for problems
 */
record DeclaredRegion(Provider provider, String region, String typesFrom, MappingNode source) {

  boolean isOf(Provider otherProvider, String otherRegion) {
    return provider == otherProvider && region.equals(otherRegion);
  }

  /** Returns its types without prices; nothing if the region that lends them is not known. */
  Optional<RegionCatalog> types(RegionSource lists) {
    return lists
        .find(provider, typesFrom)
        .map(UnpricedRegion::of)
        .map(
            lender ->
                new RegionCatalog(
                    provider,
                    region,
                    lender.priceDate(),
                    "types of " + typesFrom + ": " + lender.source(),
                    lender.offerings(),
                    lender.customShapes()));
  }
}
