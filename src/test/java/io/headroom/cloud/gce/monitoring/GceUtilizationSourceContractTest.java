package io.headroom.cloud.gce.monitoring;

import io.grpc.Status;
import io.headroom.cloud.gce.GceCalls;
import io.headroom.cloud.gce.GceClients;
import io.headroom.cloud.gce.GceEndpoint;
import io.headroom.cloud.gce.GceEndpoints;
import io.headroom.collector.Scope;
import io.headroom.collector.UtilizationSource;
import io.headroom.collector.UtilizationSourceContract;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.testing.gce.MonitoringServer;
import io.headroom.testing.gce.SampledSeries;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract over Google's own client of Cloud Monitoring. */
class GceUtilizationSourceContractTest extends UtilizationSourceContract {

  private static final int MINUTES = 5;

  private final MonitoringServer google = MonitoringServer.start();
  private final GceUtilizationSource source = opened();

  private GceUtilizationSource opened() {
    Optional<GceEndpoint> here =
        Optional.of(GceEndpoint.of(GceEndpoints.MONITORING, google.endpoint()));
    return new GceUtilizationSource(
        GceClients.of(new GceEndpoints(here, here)),
        GceCalls.hasty(3),
        () -> START.plus(Duration.ofDays(1)));
  }

  @BeforeEach
  void addSamples() {
    double[] minutes = new double[SLOTS * MINUTES];
    for (int minute = 0; minute < minutes.length; minute++) {
      int slot = minute / MINUTES;
      minutes[minute] = hasSample(slot) ? value(slot) / 100 : Double.NaN;
    }
    google.add(
        SampledSeries.of(
            "demo",
            BUSY,
            "compute.googleapis.com/instance/cpu/utilization",
            Map.of(),
            START.getEpochSecond(),
            minutes));
  }

  @AfterEach
  void close() {
    source.close();
    google.close();
  }

  @Override
  protected UtilizationSource source() {
    return source;
  }

  @Override
  protected Scope scope() {
    return Scope.of(Provider.GCE, "demo");
  }

  @Override
  protected Instance machine(String id) {
    return Instance.builder(
            id,
            new Placement(Provider.GCE, "demo", "us-central1", Optional.of("us-central1-a")),
            TypeHistory.assumed("n2-standard-4"))
        .build();
  }

  /** Google gives a fraction. */
  @Override
  protected float sample(int slot) {
    return value(slot) / 100;
  }

  @Override
  protected void denyReading() {
    google.refuses("cpu/utilization", 99, Status.PERMISSION_DENIED);
  }

  @Override
  protected long requests() {
    return google.requests().size();
  }
}
