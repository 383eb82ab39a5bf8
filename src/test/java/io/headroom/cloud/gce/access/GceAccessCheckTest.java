package io.headroom.cloud.gce.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.headroom.cloud.gce.GceCalls;
import io.headroom.cloud.gce.GceClients;
import io.headroom.cloud.gce.GceEndpoint;
import io.headroom.cloud.gce.GceEndpoints;
import io.headroom.collector.AccessReport;
import io.headroom.collector.Permission;
import io.headroom.collector.Permission.Need;
import io.headroom.collector.Probe;
import io.headroom.collector.Scope;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Provider;
import io.headroom.testing.gce.ComputeServer;
import io.headroom.testing.gce.MonitoringServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GceAccessCheckTest {

  private static final InstantSource CLOCK = InstantSource.system();

  private final ComputeServer compute = ComputeServer.start();
  private final MonitoringServer monitoring = MonitoringServer.start();

  @AfterEach
  void close() {
    compute.close();
    monitoring.close();
  }

  @Test
  void triesEveryCallThatCollectingNeeds() {
    AccessReport report = check(CLOCK);

    assertThat(report.identity().orElseThrow().account()).isEqualTo("demo");
    assertThat(report.probes())
        .extracting(Probe::permission)
        .containsExactlyElementsOf(
            GcePermissions.reader().stream().filter(one -> one.need() == Need.COLLECT).toList());
    assertThat(report.probes()).allMatch(Probe::isAllowed);
  }

  @Test
  void namesWhatIsRefusedAndTriesTheRest() {
    compute.refuses("/disks", 9, 403, "forbidden", "Required permission");
    monitoring.refuses("cpu/utilization", 9, Status.PERMISSION_DENIED);

    assertThat(check(CLOCK).missing())
        .extracting(Permission::action)
        .containsExactly("compute.disks.list", "monitoring.timeSeries.list");
  }

  @Test
  void triesNothingMoreWithCredentialsThatAreNoGood() {
    compute.refuses("/instances", 9, 401, "authError", "Invalid Credentials");

    AccessReport report = check(CLOCK);

    assertThat(report.failure().map(CloudException::kind)).contains(FailureKind.CREDENTIALS);
    assertThat(report.probes()).isEmpty();
    assertThat(monitoring.requests()).isEmpty();
  }

  @Test
  void comparesTheClocks() {
    InstantSource fast = () -> CLOCK.instant().plus(Duration.ofMinutes(3));

    // the server's clock is that of this machine; the date of an answer is cut to a second
    assertThat(check(fast).ahead().orElseThrow())
        .isBetween(Duration.ofSeconds(178), Duration.ofSeconds(182));
  }

  private AccessReport check(InstantSource clock) {
    GceClients clients =
        GceClients.of(
            new GceEndpoints(
                Optional.of(GceEndpoint.of(GceEndpoints.COMPUTE, compute.endpoint())),
                Optional.of(GceEndpoint.of(GceEndpoints.MONITORING, monitoring.endpoint()))));
    return new GceAccessCheck(clients, GceCalls.hasty(3), clock)
        .check(Scope.of(Provider.GCE, "demo"));
  }
}
