package io.headroom.collector;

import java.util.List;

/** The ports to a part of a provider. Closing them ends their connections. */
public interface CloudPorts extends AutoCloseable {

  /** Returns what is running. */
  Inventory inventory();

  /** Returns where samples come from, the first choice first; one or more. */
  List<UtilizationSource> sources();

  /** Returns who finds out what may be read. */
  AccessCheck access();

  /** Returns who knows how machines come by a memory metric. */
  AgentSetup agentSetup();

  @Override
  void close();
}
