package io.headroom.catalog.price;

import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Provider;
import java.util.List;
import java.util.Optional;

/** The list prices that a price file is checked against. */
public interface RegionSource {

  /** Returns a region with its list prices; nothing if it is not known. */
  Optional<RegionCatalog> find(Provider provider, String region);

  /** Returns the names of the known regions, in order. */
  List<String> regions(Provider provider);
}
