package io.headroom.executor.channel;

import java.time.Duration;

/**
 * The way to one host. What goes over it is an action of the closed set; what comes back is how it
 * ended. A channel that is opened is known to lead to the host that was meant, and to no other.
 *
 * <p>One command runs at a time; a channel is not shared between threads.
 */
public interface HostChannel extends AutoCloseable {

  /** More than any action prints, in bytes. */
  int MOST_OUTPUT = 4 * 1024 * 1024;

  /** Returns what leads there, for messages: {@code ssh frappe@10.0.0.5}. */
  String name();

  /**
   * Runs a command and returns how it ended, whatever it ended with. The host sees exactly the
   * words of the command. When {@code timeout} is over, the command is ended on the host where the
   * channel can, and it is unknown what it did.
   *
   * @throws ChannelException of kind {@code UNREACHABLE} if nothing answers or the connection
   *     breaks, {@code TIMED_OUT} if it has not ended in time, {@code TOO_MUCH_OUTPUT} if it prints
   *     more than {@link #MOST_OUTPUT}
   */
  CommandResult run(HostCommand command, Duration timeout);

  /** Closes the connection; a command that runs is ended. Closing twice is closing once. */
  @Override
  void close();
}
