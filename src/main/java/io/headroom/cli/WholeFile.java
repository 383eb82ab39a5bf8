package io.headroom.cli;

import io.headroom.document.Failure;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that appears under its name only when it is complete. Until then one of that name stays as
 * it is.
 */
final class WholeFile implements AutoCloseable {

  private final Path target;
  private final Path temporary;
  private final Writer writer;

  private WholeFile(Path target, Path temporary, Writer writer) {
    this.target = target;
    this.temporary = temporary;
    this.writer = writer;
  }

  /** What is written. */
  @FunctionalInterface
  interface Content {
    void writeTo(Writer out) throws IOException;
  }

  /**
   * Writes a whole file, in place of one that is there.
   *
   * @throws CommandFailure if it cannot be written; nothing is left behind
   */
  static void write(Path target, Content content) {
    try (WholeFile file = create(target)) {
      content.writeTo(file.writer());
      file.publish();
    } catch (IOException e) {
      throw cannotWrite(target, Failure.reason(e));
    }
  }

  /**
   * Begins a file.
   *
   * @throws CommandFailure if it could not be written
   */
  static WholeFile create(Path target) {
    check(target);
    // not a temporary file of the JDK: nobody else could read that
    Path temporary =
        target.toAbsolutePath().resolveSibling(".headroom-" + UUID.randomUUID() + ".part");
    try {
      Writer writer =
          Files.newBufferedWriter(temporary, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
      return new WholeFile(target, temporary, writer);
    } catch (IOException e) {
      throw cannotWrite(target, Failure.reason(e));
    }
  }

  /**
   * Finds out, before any work, whether there is a place for a file.
   *
   * @throws CommandFailure if there is none
   */
  static void check(Path target) {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw cannotWrite(target, "its folder does not exist; make it, or name another");
    }
    if (Files.isDirectory(target)) {
      throw cannotWrite(target, "there is a folder of that name; name another");
    }
  }

  private static CommandFailure cannotWrite(Path target, String reason) {
    return CommandFailure.cannot("Cannot write " + target + ": " + reason);
  }

  /** Returns the name the file will have. */
  Path target() {
    return target;
  }

  /** Returns where its text goes. */
  Writer writer() {
    return writer;
  }

  /**
   * Puts the file under its name.
   *
   * @throws CommandFailure if that fails; the file that was there stays
   */
  void publish() {
    try {
      writer.close();
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw cannotWrite(target, Failure.reason(e));
    }
  }

  /** Removes what was not published. */
  @Override
  public void close() throws IOException {
    writer.close();
    Files.deleteIfExists(temporary);
  }
}
