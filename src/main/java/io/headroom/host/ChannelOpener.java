package io.headroom.host;

import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.HostChannel;
import io.headroom.host.file.ChannelEntry;

/** Opens the ways to hosts. */
@FunctionalInterface
public interface ChannelOpener {

  /**
   * Returns an open channel, which whoever opens it closes.
   *
   * @throws ChannelException of kind {@code UNREACHABLE}, {@code HOST_KEY} or {@code DENIED}
   */
  HostChannel open(ChannelEntry entry);
}
