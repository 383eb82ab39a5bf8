package io.headroom.wiring;

import io.headroom.catalog.refresh.CatalogSource;
import io.headroom.catalog.refresh.CatalogSources;
import io.headroom.cloud.aws.catalog.AwsCatalogSource;
import io.headroom.cloud.gce.GceCalls;
import io.headroom.cloud.gce.catalog.GceCatalogSource;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Provider;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * The sources of catalogs of both clouds. Nothing of a cloud's SDK is loaded until one is opened.
 *
 * @param environment environment variables, which may name a project
 * @param properties system properties, which may name endpoints
 */
record CloudCatalogs(
    Map<String, String> environment, Map<String, String> properties, InstantSource clock)
    implements CatalogSources {

  /** Property with the address of AWS's price list, for a mirror of it. */
  private static final String AWS_PRICES = "headroom.aws.price-list-endpoint";

  CloudCatalogs {
    environment = Map.copyOf(environment);
    properties = Map.copyOf(properties);
  }

  @Override
  public CatalogSource open(Provider provider, Optional<String> project) {
    return switch (provider) {
      case AWS -> AwsCatalogSource.open(setting(AWS_PRICES).map(CloudCatalogs::priceList));
      case GCE ->
          GceCatalogSource.open(
              project
                  .or(() -> GcePorts.projectOf(environment))
                  .orElseThrow(CloudCatalogs::noProject),
              googleEndpoints(),
              GceCalls.patient(),
              clock);
    };
  }

  private static CloudException noProject() {
    return invalid(
        "Cannot ask gce: no project is known; name one with --project, or in GOOGLE_CLOUD_PROJECT");
  }

  private GceCatalogSource.Endpoints googleEndpoints() {
    try {
      return GceCatalogSource.Endpoints.from(this::setting);
    } catch (IllegalArgumentException e) {
      throw invalid(String.valueOf(e.getMessage()));
    }
  }

  /** Each may be a property of the JVM, or an environment variable of the same name. */
  private Optional<String> setting(String property) {
    return Optional.ofNullable(properties.get(property))
        .or(() -> Optional.ofNullable(environment.get(GcePorts.variable(property))))
        .filter(value -> !value.isEmpty());
  }

  private static URI priceList(String value) {
    try {
      URI uri = new URI(value);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // told below, as another form that is no address
    }
    throw invalid(
        "Invalid " + AWS_PRICES + ": " + value + "; expected an address such as https://host");
  }

  private static CloudException invalid(String message) {
    return new CloudException(FailureKind.INVALID_REQUEST, "", "", message);
  }
}
