package io.headroom.catalog.refresh;

import io.headroom.model.machine.Provider;
import java.util.Optional;

/** Opens the sources of fresh catalogs. */
public interface CatalogSources {

  /**
   * Opens the source for a provider; whoever opens it closes it.
   *
   * @param project project whose view of the types is asked for, on GCE; the one of the credentials
   *     if none is named
   * @throws io.headroom.model.cloud.CloudException if there are no credentials or no project
   */
  CatalogSource open(Provider provider, Optional<String> project);
}
