package io.headroom.wiring;

import io.headroom.catalog.refresh.CatalogSource;
import io.headroom.catalog.refresh.CatalogSources;
import io.headroom.cloud.aws.catalog.AwsCatalogSource;
import io.headroom.cloud.gce.catalog.GceCatalogSource;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Provider;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
      case AWS -> AwsCatalogSource.open(endpoint(AWS_PRICES));
      case GCE ->
          GceCatalogSource.open(
              project.or(this::projectOfEnvironment).orElseThrow(CloudCatalogs::noProject),
              endpoint(GceCatalogSource.COMPUTE),
              endpoint(GceCatalogSource.BILLING),
              clock);
    };
  }

  /** The variables that Google's own tools read. */
  private Optional<String> projectOfEnvironment() {
    return Stream.of("GOOGLE_CLOUD_PROJECT", "CLOUDSDK_CORE_PROJECT")
        .map(variable -> environment.getOrDefault(variable, ""))
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private static CloudException noProject() {
    return new CloudException(
        FailureKind.INVALID_REQUEST,
        "machineTypes.list",
        "",
        "Cannot ask gce: no project is known; name one with --project, or in GOOGLE_CLOUD_PROJECT");
  }

  private Optional<URI> endpoint(String property) {
    return Optional.ofNullable(properties.get(property))
        .filter(value -> !value.isEmpty())
        .map(value -> endpoint(property, value));
  }

  private static URI endpoint(String property, String value) {
    try {
      URI uri = new URI(value);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null) {
        return uri;
      }
    } catch (java.net.URISyntaxException e) {
      // told below, as another form that is no address
    }
    throw new CloudException(
        FailureKind.INVALID_REQUEST,
        property,
        "",
        "Invalid " + property + ": " + value + "; expected an address such as https://host");
  }
}
