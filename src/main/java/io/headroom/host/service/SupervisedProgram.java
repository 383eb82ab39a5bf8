package io.headroom.host.service;

import io.headroom.executor.channel.HostAction;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostCommand;
import java.util.OptionalInt;

/**
 * A program of supervisor.
 *
 * @param program its name, with its group before a colon where it has one
 */
public record SupervisedProgram(Supervisor supervisor, String program) implements Service {

  @Override
  public OptionalInt mainProcess(HostChannel channel) {
    return supervisor.programs(channel).stream()
        .filter(one -> one.name().equals(program))
        .findFirst()
        .map(Supervisor.Program::pid)
        .orElse(OptionalInt.empty());
  }

  @Override
  public void noticeFiles(HostChannel channel) {
    supervisor.reread(channel);
  }

  /** Restarts the program even if its own configuration is as it was: it may read another file. */
  @Override
  public void restart(HostChannel channel) {
    supervisor.update(channel, group());
    Commands.run(
        channel,
        HostCommand.of(HostAction.SUPERVISOR_RESTART, supervisor.configuration(), program));
  }

  /** Supervisor cannot reload a program; gunicorn reads its configuration again at HUP. */
  @Override
  public void reload(HostChannel channel) {
    OptionalInt main = mainProcess(channel);
    if (main.isEmpty()) {
      restart(channel);
    } else {
      Commands.run(
          channel, HostCommand.of(HostAction.GUNICORN_RELOAD, Integer.toString(main.getAsInt())));
    }
  }

  private String group() {
    int colon = program.indexOf(':');
    return colon < 0 ? program : program.substring(0, colon);
  }

  @Override
  public String label() {
    return "program " + program;
  }
}
