package io.headroom.collector;

import io.headroom.model.machine.Provider;
import java.util.List;

/** Opens the ports to providers. */
public interface Clouds {

  /**
   * Opens the ports to what a person selected; makes no call.
   *
   * @throws io.headroom.model.cloud.CloudException if the selection names nothing that can be read
   */
  CloudPorts open(CloudSelection selection);

  /**
   * Returns what a server beside the clouds knows of their machines; makes no call.
   *
   * @throws io.headroom.model.cloud.CloudException if it is not named in a form that can be used
   */
  UtilizationSource open(MetricServer server);

  /** Returns what a provider must allow whoever reads from it, in order. Makes no call. */
  List<Permission> readerPermissions(Provider provider);
}
