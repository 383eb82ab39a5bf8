package io.headroom.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.catalog.refresh.CatalogSource;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.machine.Provider;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CloudCatalogsTest {

  private static final Map<String, String> HERE =
      Map.of(
          "headroom.gce.compute-endpoint", "http://127.0.0.1:1",
          "headroom.gce.billing-endpoint", "http://127.0.0.1:1");

  private static CloudCatalogs catalogs(
      Map<String, String> environment, Map<String, String> properties) {
    return new CloudCatalogs(environment, properties, () -> Instant.EPOCH);
  }

  @Test
  void opensEachProvider() {
    CloudCatalogs catalogs = catalogs(Map.of("GOOGLE_CLOUD_PROJECT", "demo-a"), HERE);
    for (Provider provider : Provider.values()) {
      try (CatalogSource source = catalogs.open(provider, Optional.empty())) {
        assertThat(source.provider()).isEqualTo(provider);
      }
    }
  }

  @Test
  void asksForAProject() {
    CloudCatalogs catalogs = catalogs(Map.of(), HERE);
    assertThatThrownBy(() -> catalogs.open(Provider.GCE, Optional.empty()))
        .isInstanceOf(CloudException.class)
        .hasMessage(
            "Cannot ask gce: no project is known; name one with --project, or in"
                + " GOOGLE_CLOUD_PROJECT");
  }

  @Test
  void readsEndpointsOfTheEnvironmentAndRefusesWhatIsNone() {
    CloudCatalogs price = catalogs(Map.of("HEADROOM_AWS_PRICE_LIST_ENDPOINT", "mirror"), Map.of());
    assertThatThrownBy(() -> price.open(Provider.AWS, Optional.empty()))
        .isInstanceOf(CloudException.class)
        .hasMessage(
            "Invalid headroom.aws.price-list-endpoint: mirror; expected an address such as"
                + " https://host");
    CloudCatalogs billing =
        catalogs(Map.of("HEADROOM_GCE_BILLING_ENDPOINT", "http://example.org"), HERE_WITHOUT);
    assertThatThrownBy(() -> billing.open(Provider.GCE, Optional.of("demo-a")))
        .isInstanceOf(CloudException.class)
        .hasMessageStartingWith("Invalid headroom.gce.billing-endpoint: http://example.org");
  }

  private static final Map<String, String> HERE_WITHOUT =
      Map.of("headroom.gce.compute-endpoint", "http://127.0.0.1:1");
}
