package io.headroom.host.recipe;

import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.ChannelFailure;
import io.headroom.executor.channel.CommandResult;
import io.headroom.executor.channel.HostAction;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostCommand;
import io.headroom.host.service.Commands;
import io.headroom.model.machine.MemoryPool;
import io.headroom.model.unit.Mebibytes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The most memory a Redis server may use: set in the running server, which then writes its own
 * configuration file.
 *
 * @param port its port on the host itself
 */
public record RedisRecipe(int port) implements HostRecipe, PoolSource {

  @Override
  public String id() {
    return "redis";
  }

  @Override
  public Set<HostSetting> settings() {
    return Set.of(HostSetting.CACHE_MIB);
  }

  /** The server rewrites its own file. */
  @Override
  public List<ChangedFile> files() {
    return List.of();
  }

  @Override
  public HostSettings configured(HostChannel channel) {
    return running(channel);
  }

  /** A server without a limit has no number. */
  @Override
  public HostSettings running(HostChannel channel) {
    return bytes(channel, "maxmemory:")
        .map(
            limit ->
                HostSettings.of(HostSetting.CACHE_MIB, Math.toIntExact(limit.wholeRoundedUp())))
        .orElse(HostSettings.NONE);
  }

  @Override
  public Optional<MemoryPool> pool(HostChannel channel) {
    return bytes(channel, "maxmemory:")
        .map(
            limit ->
                new MemoryPool(id(), limit, bytes(channel, "used_memory:"), MemoryPool.Kind.FIXED));
  }

  private Optional<Mebibytes> bytes(HostChannel channel, String name) {
    return Commands.run(channel, command(HostAction.REDIS_MEMORY))
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).strip())
        .filter(value -> value.matches("[1-9][0-9]{0,17}"))
        .map(value -> Mebibytes.ofBytes(Double.parseDouble(value)))
        .findFirst();
  }

  private HostCommand command(HostAction action) {
    return HostCommand.of(action, Integer.toString(port));
  }

  @Override
  public void write(HostChannel channel, HostSettings wanted) {
    int size = wanted.get(HostSetting.CACHE_MIB).orElseThrow();
    answered(
        channel,
        HostCommand.of(
            HostAction.REDIS_SET_MEMORY, Integer.toString(port), Integer.toString(size)));
    answered(channel, command(HostAction.REDIS_PERSIST));
  }

  /** The client ends well even if the server refuses. */
  private static void answered(HostChannel channel, HostCommand command) {
    CommandResult result = Commands.run(channel, command);
    if (!result.out().strip().equals("OK")) {
      throw new ChannelException(
          ChannelFailure.FAILED,
          "Cannot run "
              + command
              + " over "
              + channel.name()
              + ": the server said "
              + result.lastWords());
    }
  }

  @Override
  public void reload(HostChannel channel, HostSettings wanted) {
    // the running server was told already
  }
}
