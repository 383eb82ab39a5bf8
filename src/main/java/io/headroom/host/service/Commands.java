package io.headroom.host.service;

import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.ChannelFailure;
import io.headroom.executor.channel.CommandResult;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostCommand;
import java.time.Duration;

/** Commands that must end well. */
public final class Commands {

  /** Longer than a graceful end of all workers takes: gunicorn waits 30 s for a request. */
  public static final Duration PATIENCE = Duration.ofMinutes(2);

  private Commands() {}

  /**
   * Returns how a command ended.
   *
   * @throws ChannelException of kind {@code FAILED} if it did not end well
   */
  public static CommandResult run(HostChannel channel, HostCommand command) {
    CommandResult result = channel.run(command, PATIENCE);
    if (!result.isOk()) {
      throw failed(channel, command, result);
    }
    return result;
  }

  /** Returns the failure of a command that did not end well. */
  public static ChannelException failed(
      HostChannel channel, HostCommand command, CommandResult result) {
    return new ChannelException(
        ChannelFailure.FAILED,
        "Cannot run "
            + command
            + " over "
            + channel.name()
            + ": it ended with "
            + result.exitCode()
            + ", "
            + result.lastWords());
  }
}
