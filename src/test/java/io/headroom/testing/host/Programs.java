package io.headroom.testing.host;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of this machine that tests run where they are installed. */
public final class Programs {

  private Programs() {}

  /** Returns where a program is; nothing if it is not installed. */
  public static Optional<Path> find(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(Stream.of(path.split(":", -1)), Stream.of("/usr/sbin", "/sbin"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Returns where a program is. Where it is missing the test is skipped with a word on it, or fails
   * if {@code -Dheadroom.host-programs=required}.
   */
  public static Path require(String name) {
    return find(name).orElseGet(() -> missing(name));
  }

  private static Path missing(String name) {
    String words =
        name + " is not installed: apt-get install the packages named in docs/testing.md";
    if ("required".equals(System.getProperty("headroom.host-programs"))) {
      fail(words);
    }
    return abort(words);
  }
}
