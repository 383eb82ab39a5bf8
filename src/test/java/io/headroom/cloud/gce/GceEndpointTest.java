package io.headroom.cloud.gce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GceEndpointTest {

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8080,    http://127.0.0.1:8080,            127.0.0.1:8080,           true",
    "127.0.0.1:9090,           http://127.0.0.1:9090,            127.0.0.1:9090,           true",
    "localhost:9090,           http://localhost:9090,            localhost:9090,           true",
    "http://[::1]:9090/,       http://[::1]:9090,                [::1]:9090,               true",
    "https://compute.example,  https://compute.example:443,      compute.example:443,      false",
    "compute.example:8443,     https://compute.example:8443,     compute.example:8443,     false",
  })
  void readsWhereToGo(String text, String url, String authority, boolean loopback) {
    GceEndpoint endpoint = GceEndpoint.of("headroom.gce.compute-endpoint", text);

    assertThat(endpoint.url()).isEqualTo(url);
    assertThat(endpoint.authority()).isEqualTo(authority);
    assertThat(endpoint.isLoopback()).isEqualTo(loopback);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http://compute.example", // credentials in the clear
        "https://127.0.0.1:8080",
        "127.0.0.1",
        "http://127.0.0.1:8080/compute/v1",
        "http://me@127.0.0.1:8080",
        "http://127.0.0.1.example:8080",
        "two words"
      })
  void refusesWhatIsNoEndpoint(String text) {
    assertThatThrownBy(() -> GceEndpoint.of("headroom.gce.compute-endpoint", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid headroom.gce.compute-endpoint: "
                + text
                + "; expected https://HOST, or http://127.0.0.1:PORT for a server on this machine");
  }

  @Test
  void takesGooglesAddressForWhatIsNotSet() {
    Map<String, String> properties = Map.of(GceEndpoints.MONITORING, "127.0.0.1:9090");

    GceEndpoints endpoints = GceEndpoints.from(name -> Optional.ofNullable(properties.get(name)));

    assertThat(endpoints.compute()).isEmpty();
    assertThat(endpoints.monitoring()).contains(new GceEndpoint("127.0.0.1", 9090));
  }
}
