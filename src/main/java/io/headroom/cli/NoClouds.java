package io.headroom.cli;

import io.headroom.collector.CloudPorts;
import io.headroom.collector.CloudSelection;
import io.headroom.collector.Clouds;
import io.headroom.collector.MetricServer;
import io.headroom.collector.Permission;
import io.headroom.collector.UtilizationSource;
import io.headroom.model.machine.Provider;
import java.util.List;

/** For a command line that reaches no cloud. */
final class NoClouds implements Clouds {

  @Override
  public CloudPorts open(CloudSelection selection) {
    throw HeadroomCli.unreachable(selection.provider());
  }

  @Override
  public UtilizationSource open(MetricServer server) {
    throw CommandFailure.cannot("Cannot ask Prometheus: no server can be reached from here");
  }

  @Override
  public List<Permission> readerPermissions(Provider provider) {
    throw HeadroomCli.unreachable(provider);
  }
}
