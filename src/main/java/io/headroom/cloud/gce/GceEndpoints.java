package io.headroom.cloud.gce;

import java.util.Optional;
import java.util.function.Function;

/**
 * Where Google's APIs are reached.
 *
 * @param compute instead of {@code compute.googleapis.com}
 * @param monitoring instead of {@code monitoring.googleapis.com}
 */
public record GceEndpoints(Optional<GceEndpoint> compute, Optional<GceEndpoint> monitoring) {

  /** Property with the endpoint of Compute Engine. */
  public static final String COMPUTE = "headroom.gce.compute-endpoint";

  /** Property with the endpoint of Cloud Monitoring. */
  public static final String MONITORING = "headroom.gce.monitoring-endpoint";

  /** Google's public addresses. */
  public static final GceEndpoints PUBLIC = new GceEndpoints(Optional.empty(), Optional.empty());

  /**
   * Reads the endpoints from properties; what is not set is Google's public address.
   *
   * @throws IllegalArgumentException if one is set and is no endpoint
   */
  public static GceEndpoints from(Function<String, Optional<String>> properties) {
    return new GceEndpoints(
        properties.apply(COMPUTE).map(text -> GceEndpoint.of(COMPUTE, text)),
        properties.apply(MONITORING).map(text -> GceEndpoint.of(MONITORING, text)));
  }
}
