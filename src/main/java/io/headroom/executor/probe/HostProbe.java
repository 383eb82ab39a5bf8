package io.headroom.executor.probe;

import io.headroom.executor.channel.ChannelException;

/** Measures what runs on a host. Nothing is changed there. */
@FunctionalInterface
public interface HostProbe {

  /**
   * Returns what was measured on a machine. What could not be measured is absent, never 0.
   *
   * @param machine id or name of the machine
   * @throws ChannelException if it cannot be reached, or is another machine
   * @throws UnknownHostException if nobody said how to reach it
   */
  HostMeasurement probe(String machine);
}
