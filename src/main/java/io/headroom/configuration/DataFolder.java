package io.headroom.configuration;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The user's folder for data of the program. Source: XDG Base Directory Specification, which says
 * to pass over relative paths.
 */
public final class DataFolder {

  private DataFolder() {}

  /** Returns the folder; nothing if there is no home. */
  public static Optional<Path> of(Map<String, String> environment) {
    return directory(environment, "XDG_DATA_HOME")
        .or(() -> directory(environment, "HOME").map(home -> home.resolve(".local/share")))
        .map(data -> data.resolve("headroom"));
  }

  private static Optional<Path> directory(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isEmpty())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
