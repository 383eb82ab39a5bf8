package io.headroom.host;

import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.HostChannel;
import io.headroom.host.file.HostEntry;
import io.headroom.host.file.HostsFile;
import io.headroom.host.probe.Identity;
import java.util.function.BiFunction;

/**
 * The hosts that can be reached, each opened for one job and known to be the machine that was meant
 * before anything is done there.
 *
 * @param hosts how they are reached
 * @param opener opens the channels
 */
public record HostConnections(HostsFile hosts, ChannelOpener opener) {

  /**
   * Does a job on a host.
   *
   * @throws ChannelException if it cannot be reached, is another machine, or the job fails
   */
  public <T> T with(HostEntry entry, BiFunction<HostEntry, HostChannel, T> job) {
    try (HostChannel channel = opener.open(entry.channel())) {
      Identity.of(channel).require(entry.machine(), channel);
      return job.apply(entry, channel);
    }
  }
}
