package io.headroom.host.service;

import io.headroom.executor.channel.HostAction;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostCommand;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service of Docker Compose.
 *
 * @param project directory of the project
 * @param service its name, such as {@code backend}
 */
public record ComposeService(String project, String service) implements Service {

  /** Columns of {@code docker compose top}: UID PID PPID and more. */
  private static final Pattern ROW = Pattern.compile("\\S+\\s+(?<pid>[0-9]+)\\s+[0-9]+\\s.*");

  /** The first process that is listed is that of the container. */
  @Override
  public OptionalInt mainProcess(HostChannel channel) {
    return Commands.run(channel, HostCommand.of(HostAction.COMPOSE_PROCESSES, project, service))
        .lines()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .mapToInt(row -> Integer.parseInt(row.group("pid")))
        .findFirst();
  }

  @Override
  public void noticeFiles(HostChannel channel) {
    // Compose reads its files each time it is asked
  }

  @Override
  public void restart(HostChannel channel) {
    Commands.run(channel, HostCommand.of(HostAction.COMPOSE_UP, project, service));
  }

  @Override
  public void reload(HostChannel channel) {
    restart(channel);
  }

  @Override
  public String label() {
    return "service " + service + " of " + project;
  }
}
