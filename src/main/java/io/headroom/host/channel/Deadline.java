package io.headroom.host.channel;

import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.ChannelFailure;
import io.headroom.executor.channel.CommandResult;
import io.headroom.executor.channel.HostCommand;
import java.time.Duration;

/**
 * What is the same for every command that takes too long or prints too much.
 *
 * @param channel name of the channel
 * @param command what runs
 * @param timeout how long it may
 */
public record Deadline(String channel, HostCommand command, Duration timeout) {

  /** Exit codes of {@code timeout}: the command was ended, or had to be killed. */
  private static final int ENDED = 124;

  private static final int KILLED = 137;

  /** How much longer the channel waits than the host does. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  /** Returns how long to wait for the host to answer. */
  public Duration patience() {
    return timeout.plus(MARGIN);
  }

  /**
   * Returns {@code result}.
   *
   * @throws ChannelException of kind {@code TIMED_OUT} if the host ended the command
   */
  public CommandResult met(CommandResult result) {
    if (result.exitCode() == ENDED || result.exitCode() == KILLED) {
      throw missed();
    }
    return result;
  }

  /** Returns the failure of a command that has not ended in time. */
  public ChannelException missed() {
    return new ChannelException(
        ChannelFailure.TIMED_OUT,
        "Cannot run "
            + command
            + " over "
            + channel
            + ": no end after "
            + timeout.toSeconds()
            + " s; what it did is unknown until the host is read again");
  }

  /** Returns the failure of a command that prints and prints. */
  public ChannelException flooded() {
    return new ChannelException(
        ChannelFailure.TOO_MUCH_OUTPUT,
        "Cannot run "
            + command
            + " over "
            + channel
            + ": it prints more than any action does; look at the host");
  }

  /** Returns the failure of a connection that broke. */
  public ChannelException broken(Exception cause) {
    return new ChannelException(
        ChannelFailure.UNREACHABLE,
        "Cannot run " + command + " over " + channel + ": the connection broke, " + reason(cause),
        cause);
  }

  private static String reason(Exception cause) {
    return java.util.Optional.ofNullable(cause.getMessage())
        .orElse(cause.getClass().getSimpleName());
  }
}
