package io.headroom.host.probe;

import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.ChannelFailure;
import io.headroom.executor.channel.HostAction;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostCommand;
import io.headroom.host.service.Commands;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who a host says it is.
 *
 * @param names the most certain first: the id of the machine where it knows it, then its host name
 */
public record Identity(List<String> names) {

  private static final Pattern EC2_ID = Pattern.compile("i-(?:[0-9a-f]{8}|[0-9a-f]{17})");
  private static final Pattern GCE_ID = Pattern.compile("[0-9]{15,20}");

  /** Copies the names. */
  public Identity {
    names = List.copyOf(names);
  }

  /** Asks a host. */
  public static Identity of(HostChannel channel) {
    return new Identity(
        Commands.run(channel, HostCommand.of(HostAction.IDENTIFY)).lines().toList());
  }

  /**
   * Makes sure that a host is the machine that was meant: an address may have been given to another
   * machine while this one was stopped. A host that knows no id of its cloud is taken at its host
   * key.
   *
   * @param machine id or name of the machine
   * @throws ChannelException of kind {@code WRONG_HOST} if it has the id of another machine
   */
  public void require(String machine, HostChannel channel) {
    Optional<String> id =
        names.stream().filter(name -> isId(name) && !names.contains(machine)).findFirst();
    if (isId(machine) && id.isPresent()) {
      throw new ChannelException(
          ChannelFailure.WRONG_HOST,
          "Cannot use "
              + channel.name()
              + " for "
              + machine
              + ": the host that answers is "
              + id.get()
              + "; look up the address of "
              + machine
              + " again");
    }
  }

  private static boolean isId(String name) {
    return EC2_ID.matcher(name).matches() || GCE_ID.matcher(name).matches();
  }
}
