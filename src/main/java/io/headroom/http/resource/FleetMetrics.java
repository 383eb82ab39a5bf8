package io.headroom.http.resource;

import io.headroom.http.fleet.Fleet;
import io.headroom.model.verdict.Finding;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/** How many recommendations of each finding there are: {@code headroom_recommendations}. */
@ApplicationScoped
public class FleetMetrics {

  private final Fleet fleet;
  private final MeterRegistry registry;

  FleetMetrics(Fleet fleet, MeterRegistry registry) {
    this.fleet = fleet;
    this.registry = registry;
  }

  void register(@Observes StartupEvent start) {
    for (Finding finding : Finding.values()) {
      Gauge.builder("headroom.recommendations", fleet, served -> count(served, finding))
          .description("Machines by finding")
          .tag("finding", finding.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }

  private static double count(Fleet fleet, Finding finding) {
    return fleet.judged().map(judged -> judged.summary().totals().count(finding)).orElse(0);
  }
}
