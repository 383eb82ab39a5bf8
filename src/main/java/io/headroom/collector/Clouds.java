package io.headroom.collector;

/** Opens the ports to providers. */
public interface Clouds {

  /**
   * Opens the ports to what a person selected; makes no call.
   *
   * @throws io.headroom.model.cloud.CloudException if the selection names nothing that can be read
   */
  CloudPorts open(CloudSelection selection);
}
