package io.headroom.catalog.price;

import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Provider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Known regions, and after them those that a price file declares. */
record ExtendedSource(RegionSource lists, List<DeclaredRegion> declared) implements RegionSource {

  @Override
  public Optional<RegionCatalog> find(Provider provider, String region) {
    return lists
        .find(provider, region)
        .or(
            () ->
                declared.stream()
                    .filter(added -> added.isOf(provider, region))
                    .findFirst()
                    .flatMap(added -> added.types(lists)));
  }

  @Override
  public List<String> regions(Provider provider) {
    return Stream.concat(
            lists.regions(provider).stream(),
            declared.stream()
                .filter(added -> added.provider() == provider)
                .map(DeclaredRegion::region))
        .distinct()
        .sorted()
        .toList();
  }
}
