package io.headroom.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the configuration may lie: {@code headroom.yaml} in the folder one is in, then the user's
 * folder for configuration, then that of the machine. All that are there are read; what an earlier
 * one says holds. Source: XDG Base Directory Specification, which says to pass over relative paths.
 */
public final class ConfigurationFiles {

  private static final String XDG = "XDG_CONFIG_HOME";

  private ConfigurationFiles() {}

  /**
   * Returns the places in which there is a file, the one that holds first.
   *
   * @param folder the folder one is in
   * @param machine the machine's folder for configuration, {@code /etc}
   */
  public static List<Path> found(Path folder, Path machine, Map<String, String> environment) {
    return Stream.of(
            Optional.of(folder.resolve("headroom.yaml")),
            ofUser(environment).map(home -> home.resolve("headroom").resolve("config.yaml")),
            Optional.of(machine.resolve("headroom").resolve("config.yaml")))
        .flatMap(Optional::stream)
        .filter(Files::exists)
        .toList();
  }

  private static Optional<Path> ofUser(Map<String, String> environment) {
    return absolute(environment, XDG)
        .or(() -> absolute(environment, "HOME").map(home -> home.resolve(".config")));
  }

  private static Optional<Path> absolute(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isEmpty())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
