package io.headroom.wiring;

import io.headroom.cloud.aws.access.AwsPermissions;
import io.headroom.cloud.gce.access.GcePermissions;
import io.headroom.collector.CloudPorts;
import io.headroom.collector.CloudSelection;
import io.headroom.collector.Clouds;
import io.headroom.collector.MetricServer;
import io.headroom.collector.Permission;
import io.headroom.collector.UtilizationSource;
import io.headroom.model.machine.Provider;
import java.time.InstantSource;
import java.util.List;

/** The providers whose ports there are. Their libraries are loaded when one is opened. */
final class KnownClouds implements Clouds {

  private final InstantSource clock;

  KnownClouds(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public CloudPorts open(CloudSelection selection) {
    return switch (selection.provider()) {
      case AWS -> new AwsPorts(selection, clock);
      case GCE -> new GcePorts(selection, clock);
    };
  }

  @Override
  public UtilizationSource open(MetricServer server) {
    return PrometheusServers.open(server, System.getenv(), clock);
  }

  @Override
  public List<Permission> readerPermissions(Provider provider) {
    return switch (provider) {
      case AWS -> AwsPermissions.reader();
      case GCE -> GcePermissions.reader();
    };
  }
}
