package io.headroom.host.service;

import io.headroom.executor.channel.CommandResult;
import io.headroom.executor.channel.HostAction;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostCommand;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The supervisor of a host.
 *
 * @param configuration its configuration file
 */
public record Supervisor(String configuration) {

  /** Exit code of {@code status} when a program is not running. */
  private static final int NOT_ALL_RUN = 3;

  private static final Pattern LINE =
      Pattern.compile("(?<name>\\S+)\\s+(?<state>[A-Z]+)(?:\\s+pid (?<pid>[0-9]+),.*)?.*");

  /**
   * A process that it looks after.
   *
   * @param name group and process, such as {@code bench-web:bench-frappe-web}
   * @param pid its number, if it runs
   */
  public record Program(String name, OptionalInt pid) {}

  /** Returns all programs in the order in which they are listed. */
  public List<Program> programs(HostChannel channel) {
    HostCommand command = HostCommand.of(HostAction.SUPERVISOR_STATUS, configuration);
    CommandResult result = channel.run(command, Commands.PATIENCE);
    if (!result.isOk() && result.exitCode() != NOT_ALL_RUN) {
      throw Commands.failed(channel, command, result);
    }
    return result
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(
            line ->
                new Program(
                    line.group("name"),
                    "RUNNING".equals(line.group("state")) && line.group("pid") != null
                        ? OptionalInt.of(Integer.parseInt(line.group("pid")))
                        : OptionalInt.empty()))
        .toList();
  }

  /** Reads the configuration of programs again; nothing is restarted. */
  public void reread(HostChannel channel) {
    Commands.run(channel, HostCommand.of(HostAction.SUPERVISOR_REREAD, configuration));
  }

  /** Restarts a group if its configuration has changed. */
  public void update(HostChannel channel, String group) {
    Commands.run(channel, HostCommand.of(HostAction.SUPERVISOR_UPDATE, configuration, group));
  }
}
