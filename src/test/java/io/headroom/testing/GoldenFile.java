package io.headroom.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that holds what the program is expected to write, to the byte. After a change that is
 * meant, {@code mvn -q -B test -Dtest=NAME -Dheadroom.golden=write} writes it anew, to be looked at
 * as a difference before it is committed.
 */
public final class GoldenFile {

  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private GoldenFile() {}

  /** Whether files are to be written instead of compared. */
  public static boolean isWritten() {
    return "write".equals(System.getProperty("headroom.golden"));
  }

  /** Compares {@code found} with the file of that name, or writes it. */
  public static void assertSame(String name, String found) {
    Path file = FOLDER.resolve(name);
    try {
      if (isWritten()) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, found);
      }
      assertThat(found)
          .as("what %s holds; -Dheadroom.golden=write writes it anew", file)
          .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
