package io.headroom.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file that appears under its name only when it is complete. */
final class WholeFile {

  private WholeFile() {}

  /** What is written. */
  @FunctionalInterface
  interface Content {
    void writeTo(Writer out) throws IOException;
  }

  /**
   * Writes the file, in place of one that is there.
   *
   * @throws CommandFailure if it cannot be written; nothing is left behind
   */
  static void write(Path file, Content content) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw CommandFailure.cannot("Cannot write " + file + ": its folder does not exist");
    }
    try {
      Path temporary = Files.createTempFile(folder, ".headroom-", ".part");
      try {
        try (Writer writer = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
          content.writeTo(writer);
        }
        Files.move(
            temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw CommandFailure.cannot("Cannot write " + file + ": " + e.getMessage());
    }
  }
}
