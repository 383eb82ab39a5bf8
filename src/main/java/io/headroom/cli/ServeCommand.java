package io.headroom.cli;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The HTTP service. */
@Command(
    name = "serve",
    description = "Serves recommendations over HTTP, until it is told to end.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: headroom serve --demo"})
final class ServeCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Service service;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port to listen on, 0 for any that is free (default: 8080).")
  private int port = -1;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen on (default: 127.0.0.1).")
  private String host = "";

  ServeCommand(Terminal terminal, Service service) {
    this.terminal = terminal;
    this.service = service;
  }

  @Override
  public Integer call() {
    Map<String, String> settings = new TreeMap<>();
    if (port >= 0) {
      settings.put("quarkus.http.port", Integer.toString(port));
    }
    if (!host.isEmpty()) {
      settings.put("quarkus.http.host", host);
    }
    terminal.out().flush();
    return service.run(settings);
  }
}
