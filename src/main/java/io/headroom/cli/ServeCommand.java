package io.headroom.cli;

import io.headroom.policy.PolicySource;
import io.headroom.recording.RecordingReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The HTTP service. */
@Command(
    name = "serve",
    description = "Serves recommendations over HTTP, until it is told to end.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: headroom serve --demo"})
final class ServeCommand implements Callable<Integer> {

  private static final String PREFIX = "headroom.service.";

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

  @Option(names = "--demo", description = "Serve the bundled recording (the default).")
  private boolean demo;

  @Option(
      names = "--recording",
      paramLabel = "DIR",
      description = "Serve a recording: the folder with inventory.json and samples.csv.gz.")
  private Optional<Path> recording = Optional.empty();

  @Option(
      names = "--policy",
      paramLabel = "NAME|FILE",
      description = "Policy, as of headroom recommend; repeatable.")
  private List<String> policies = List.of();

  @Mixin private final CatalogOptions catalog = new CatalogOptions();

  ServeCommand(Service service) {
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
    if (demo && recording.isPresent()) {
      throw new CommandFailure(
          "Invalid --recording: " + recording.get() + "; expected none with --demo",
          ExitCode.USAGE);
    }
    checkReadable();
    recording.ifPresent(folder -> settings.put(PREFIX + "recording", folder.toString()));
    if (!policies.isEmpty()) {
      settings.put(PREFIX + "policies", String.join(",", policies));
    }
    catalog.folder().ifPresent(folder -> settings.put(PREFIX + "catalog", folder.toString()));
    catalog.prices().ifPresent(file -> settings.put(PREFIX + "prices", file.toString()));
    return service.run(settings);
  }

  /** What cannot be read is said at once, not in the log of a service that is never ready. */
  private void checkReadable() {
    recording.ifPresent(RecordingReader::open);
    PolicySource source = new PolicySource(Path.of(""));
    policies.forEach(source::load);
    catalog.catalogs();
  }
}
