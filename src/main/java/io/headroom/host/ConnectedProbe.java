package io.headroom.host;

import io.headroom.executor.probe.HostMeasurement;
import io.headroom.executor.probe.HostProbe;
import io.headroom.host.probe.ChannelProbe;

/** Measures the hosts that can be reached. */
public record ConnectedProbe(HostConnections connections) implements HostProbe {

  @Override
  public HostMeasurement probe(String machine) {
    return connections.with(
        connections.hosts().require(machine),
        (entry, channel) -> new ChannelProbe(entry.recipes()).measure(channel));
  }
}
