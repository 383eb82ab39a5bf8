package io.headroom.testing.host;

import io.headroom.executor.channel.HostChannel;
import io.headroom.host.service.Supervisor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A supervisor of this machine with its files in a folder of its own. */
public final class Supervisord implements AutoCloseable {

  private final Path configuration;
  private final Background server;

  private Supervisord(Path configuration, Background server) {
    this.configuration = configuration;
    this.server = server;
  }

  /** Starts a supervisor that reads the programs in {@code folder/programs}. */
  public static Supervisord start(Path folder) throws Exception {
    Path program = Programs.require("supervisord");
    Path configuration = folder.resolve("supervisord.conf");
    Path socket = folder.resolve("supervisor.sock");
    Files.createDirectories(folder.resolve("programs"));
    Files.writeString(
        configuration,
        String.format(
            Locale.ROOT,
            """
        [unix_http_server]
        file=%1$s
        [supervisord]
        nodaemon=true
        user=%3$s
        logfile=%2$s/supervisord.log
        pidfile=%2$s/supervisord.pid
        childlogdir=%2$s
        [rpcinterface:supervisor]
        supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface
        [supervisorctl]
        serverurl=unix://%1$s
        [include]
        files = %2$s/programs/*.conf
        """,
            socket,
            folder,
            System.getProperty("user.name")));
    Background server =
        Background.start(
            folder, Map.of(), List.of(program.toString(), "-c", configuration.toString()));
    return new Supervisord(configuration, server.await("supervisord", () -> Files.exists(socket)));
  }

  /** Returns it as recipes see it. */
  public Supervisor supervisor() {
    return new Supervisor(configuration.toString());
  }

  /** Waits until a program runs. */
  public void awaitRunning(HostChannel channel, String program) throws Exception {
    server.await(
        program,
        () ->
            supervisor().programs(channel).stream()
                .anyMatch(one -> one.name().equals(program) && one.pid().isPresent()));
  }

  @Override
  public void close() {
    server.close();
  }
}
