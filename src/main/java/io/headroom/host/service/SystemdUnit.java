package io.headroom.host.service;

import io.headroom.executor.channel.HostAction;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostCommand;
import java.util.OptionalInt;

/**
 * A unit of systemd.
 *
 * @param unit its name, such as {@code gunicorn.service}
 */
public record SystemdUnit(String unit) implements Service {

  private static final String MAIN_PID = "MainPID=";

  @Override
  public OptionalInt mainProcess(HostChannel channel) {
    return Commands.run(channel, HostCommand.of(HostAction.UNIT_SHOW, unit))
        .lines()
        .filter(line -> line.startsWith(MAIN_PID))
        .mapToInt(line -> Integer.parseInt(line.substring(MAIN_PID.length()).strip()))
        .filter(pid -> pid > 0)
        .findFirst();
  }

  @Override
  public void noticeFiles(HostChannel channel) {
    Commands.run(channel, HostCommand.of(HostAction.UNITS_RELOAD));
  }

  @Override
  public void restart(HostChannel channel) {
    Commands.run(channel, HostCommand.of(HostAction.UNIT_RESTART, unit));
  }

  @Override
  public void reload(HostChannel channel) {
    Commands.run(channel, HostCommand.of(HostAction.UNIT_RELOAD, unit));
  }

  @Override
  public String label() {
    return "unit " + unit;
  }
}
