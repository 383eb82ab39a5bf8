package io.headroom.testing;

import io.headroom.catalog.refresh.CatalogSource;
import io.headroom.catalog.refresh.CatalogSources;
import io.headroom.catalog.refresh.FetchedRegion;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Provider;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A provider that gives the same few regions whenever it is asked, and refuses all others. */
public record FixedCatalogs(List<RegionCatalog> regions, List<String> notices)
    implements CatalogSources {

  public static FixedCatalogs of(RegionCatalog... regions) {
    return new FixedCatalogs(Arrays.asList(regions), List.of());
  }

  @Override
  public CatalogSource open(Provider provider, Optional<String> project) {
    return new CatalogSource() {
      @Override
      public Provider provider() {
        return provider;
      }

      @Override
      public FetchedRegion fetch(String region) {
        return regions.stream()
            .filter(known -> known.provider() == provider && known.region().equals(region))
            .findFirst()
            .map(known -> new FetchedRegion(known, Currency.getInstance("USD"), "test", notices))
            .orElseThrow(
                () ->
                    new CloudException(
                        FailureKind.NOT_FOUND, "test", "", "Cannot find region " + region));
      }

      @Override
      public void close() {}
    };
  }
}
