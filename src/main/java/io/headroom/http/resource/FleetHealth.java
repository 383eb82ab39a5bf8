package io.headroom.http.resource;

import io.headroom.http.fleet.ServedFleet;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready as soon as there are verdicts to serve. */
@Readiness
final class FleetHealth implements HealthCheck {

  private final ServedFleet fleet;

  FleetHealth(ServedFleet fleet) {
    this.fleet = fleet;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("recommendations").status(fleet.isReady()).build();
  }
}
