package io.headroom.cli;

import java.util.Map;

/** The HTTP service, for the command that starts it. Nothing of it is loaded before that. */
@FunctionalInterface
public interface Service {

  /**
   * Serves until the process is told to end, and returns the exit code.
   *
   * @param settings settings by name, such as {@code quarkus.http.port}; they go before those of
   *     the environment and of files
   * @throws ServiceException if it cannot start
   */
  int run(Map<String, String> settings);
}
