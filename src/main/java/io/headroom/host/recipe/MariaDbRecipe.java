package io.headroom.host.recipe;

import io.headroom.executor.channel.HostAction;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostCommand;
import io.headroom.host.edit.LineNumber;
import io.headroom.host.edit.NumberPlace;
import io.headroom.host.service.Commands;
import io.headroom.host.service.Service;
import io.headroom.model.machine.MemoryPool;
import io.headroom.model.unit.Mebibytes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The buffer pool and the connections of MariaDB or MySQL: written into a file of their own that is
 * read last, and set in the running server, which resizes its pool without a restart.
 *
 * @param socket Unix socket of the server
 * @param configuration file that Headroom writes, in a folder the server reads
 * @param service restarts the server where it cannot grow its pool while it runs, as MariaDB
 *     10.11.12 and newer beyond {@code innodb_buffer_pool_size_max}; absent means that it is not
 *     restarted
 */
public record MariaDbRecipe(String socket, String configuration, Optional<Service> service)
    implements HostRecipe, PoolSource {

  /** The pool is kept in chunks of at most this size, so that it may be that much larger. */
  private static final int CHUNK_MIB = 128;

  private static final String FRESH = "# written by headroom\n[mysqld]\n";

  private static final SortedMap<HostSetting, NumberPlace> PLACES =
      new TreeMap<>(
          Map.of(
              HostSetting.BUFFER_POOL_MIB,
              new LineNumber("innodb_buffer_pool_size", "innodb_buffer_pool_size = %dM", "M"),
              HostSetting.CONNECTIONS,
              LineNumber.setting("max_connections")));

  @Override
  public String id() {
    return "mariadb";
  }

  @Override
  public Set<HostSetting> settings() {
    return PLACES.keySet();
  }

  private ChangedFile file() {
    return new ChangedFile(configuration, Optional.empty());
  }

  private HostNumbers numbers() {
    return new HostNumbers(file(), PLACES, FRESH);
  }

  @Override
  public List<ChangedFile> files() {
    return List.of(file());
  }

  @Override
  public HostSettings configured(HostChannel channel) {
    return numbers().read(channel);
  }

  @Override
  public HostSettings running(HostChannel channel) {
    Map<String, String> values = values(channel);
    return HostSettings.NONE
        .with(HostSetting.BUFFER_POOL_MIB, mebibytes(values, "innodb_buffer_pool_size"))
        .with(HostSetting.CONNECTIONS, number(values, "max_connections"));
  }

  /** Returns what the server says of itself, by name. */
  private Map<String, String> values(HostChannel channel) {
    Map<String, String> values = new HashMap<>();
    Commands.run(channel, HostCommand.of(HostAction.MARIADB_READ, socket))
        .lines()
        .forEach(
            line -> {
              int tab = line.indexOf('\t');
              if (tab > 0) {
                values.put(line.substring(0, tab), line.substring(tab + 1).strip());
              }
            });
    return Map.copyOf(values);
  }

  @Override
  public Optional<MemoryPool> pool(HostChannel channel) {
    Map<String, String> values = values(channel);
    return bytes(values, "innodb_buffer_pool_size")
        .map(
            size ->
                new MemoryPool(
                    id(),
                    size,
                    bytes(values, "Innodb_buffer_pool_bytes_data").map(size::min),
                    MemoryPool.Kind.BUFFER_POOL));
  }

  private static Optional<Mebibytes> bytes(Map<String, String> values, String name) {
    String bytes = values.getOrDefault(name, "");
    return bytes.matches("[0-9]{1,18}")
        ? Optional.of(Mebibytes.ofBytes(Double.parseDouble(bytes)))
        : Optional.empty();
  }

  private static OptionalInt mebibytes(Map<String, String> values, String name) {
    return bytes(values, name)
        .map(size -> OptionalInt.of(Math.toIntExact(size.wholeRoundedUp())))
        .orElse(OptionalInt.empty());
  }

  private static OptionalInt number(Map<String, String> values, String name) {
    String value = values.getOrDefault(name, "");
    return value.matches("[0-9]{1,9}")
        ? OptionalInt.of(Integer.parseInt(value))
        : OptionalInt.empty();
  }

  @Override
  public void write(HostChannel channel, HostSettings wanted) {
    numbers().write(channel, wanted);
  }

  @Override
  public void reload(HostChannel channel, HostSettings wanted) {
    wanted
        .get(HostSetting.BUFFER_POOL_MIB)
        .ifPresent(
            size ->
                Commands.run(
                    channel,
                    HostCommand.of(HostAction.MARIADB_SET_POOL, socket, Integer.toString(size))));
    wanted
        .get(HostSetting.CONNECTIONS)
        .ifPresent(
            count ->
                Commands.run(
                    channel,
                    HostCommand.of(
                        HostAction.MARIADB_SET_CONNECTIONS, socket, Integer.toString(count))));
    if (!isReached(wanted, running(channel))) {
      service.ifPresent(server -> server.restart(channel));
    }
  }

  @Override
  public boolean isReached(HostSettings wanted, HostSettings running) {
    OptionalInt pool = wanted.get(HostSetting.BUFFER_POOL_MIB);
    OptionalInt size = running.get(HostSetting.BUFFER_POOL_MIB);
    boolean poolReached =
        pool.isEmpty()
            || (size.isPresent()
                && size.getAsInt() >= pool.getAsInt()
                && size.getAsInt() < pool.getAsInt() + CHUNK_MIB);
    OptionalInt connections = wanted.get(HostSetting.CONNECTIONS);
    return poolReached
        && (connections.isEmpty() || connections.equals(running.get(HostSetting.CONNECTIONS)));
  }
}
