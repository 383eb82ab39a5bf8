package io.headroom.cli;

import io.headroom.configuration.ConfigurationFiles;
import io.headroom.configuration.ConfigurationSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Where the configuration comes from, and values that go before it. */
final class ConfigurationOptions {

  private static final Path MACHINE = Path.of("/etc");

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = {
        "Configuration (default: headroom.yaml here, then headroom/config.yaml in",
        "XDG_CONFIG_HOME or ~/.config, then in /etc)."
      })
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--policy",
      paramLabel = "NAME|FILE",
      description = "Policy in place of those of the configuration; repeatable.")
  private List<String> policies = List.of();

  @Option(
      names = "--store",
      paramLabel = "PLACE",
      description = "Store in place of that of the configuration: a file, or postgresql://….")
  private Optional<String> store = Optional.empty();

  /**
   * Returns where values come from.
   *
   * @throws CommandFailure if a file was named that is not there
   */
  ConfigurationSource source(Map<String, String> environment) {
    file.ifPresent(ConfigurationOptions::requireThere);
    Map<String, List<String>> options = new TreeMap<>();
    options.put("policies", policies);
    options.put("store.url", store.stream().toList());
    return new ConfigurationSource(
        options,
        environment,
        file.map(List::of)
            .orElseGet(() -> ConfigurationFiles.found(Path.of(""), MACHINE, environment)));
  }

  private static void requireThere(Path file) {
    if (!Files.exists(file)) {
      throw CommandFailure.cannot("Cannot read " + file + ": there is no such file");
    }
  }
}
