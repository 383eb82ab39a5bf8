package io.headroom.terraform.variables;

import io.headroom.document.Failure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file of variables on disk. It is replaced as a whole, by one rename, and only if it still is
 * what whoever replaces it has read: of two that change it at the same time one is refused.
 */
public final class VariablesFile {

  /** How the name must end: Terraform reads anything else in another syntax. */
  public static final String SUFFIX = ".tfvars.json";

  /** How the name must end so that Terraform loads it without being told to. */
  public static final String LOADED_SUFFIX = ".auto.tfvars.json";

  /** Locks of files are held by a process: within it, this one is. */
  private static final Object IN_THIS_PROCESS = new Object();

  private final Path path;

  /**
   * Names the file; it need not be there yet.
   *
   * @throws VariablesException if its name does not end in {@link #SUFFIX}
   */
  public VariablesFile(Path path) {
    if (!path.toString().endsWith(SUFFIX)) {
      throw new VariablesException(
          "Invalid file of variables: "
              + path
              + "; expected a name that ends in "
              + LOADED_SUFFIX
              + ", which Terraform reads as JSON and loads by itself");
    }
    this.path = path;
  }

  /**
   * What a file holds.
   *
   * @param text its text, empty if there is no file
   * @param hash identity of its bytes
   */
  public record Content(Variables variables, String text, FileHash hash) {

    /** Returns what is held where there is no file. */
    public static Content none(VariableName name) {
      return new Content(Variables.none(name), "", FileHash.NONE);
    }
  }

  /**
   * Reads the file; no file holds no machine.
   *
   * @throws VariablesException if it cannot be read, or has anything else than the variable
   */
  public Content read(VariableName name) {
    try {
      byte[] bytes = Files.readAllBytes(path);
      return new Content(
          new VariablesReader(path.toString(), name).read(bytes),
          new String(bytes, StandardCharsets.UTF_8),
          FileHash.of(bytes));
    } catch (NoSuchFileException none) {
      return Content.none(name);
    } catch (IOException e) {
      throw new VariablesException("Cannot read " + path + ": " + Failure.reason(e), e);
    }
  }

  /**
   * Replaces the file, or makes it.
   *
   * @param expected what it must be now
   * @return what it is then
   * @throws StaleVariablesException if it is something else; it stays as it is
   * @throws VariablesException if it cannot be written; it stays as it is
   */
  public FileHash replace(FileHash expected, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Path next = path.toAbsolutePath().resolveSibling(".headroom-" + UUID.randomUUID() + ".part");
    try {
      Files.write(next, bytes, StandardOpenOption.CREATE_NEW);
      try {
        synchronized (IN_THIS_PROCESS) {
          put(next, expected);
        }
      } finally {
        Files.deleteIfExists(next);
      }
    } catch (IOException e) {
      throw new VariablesException("Cannot write " + path + ": " + Failure.reason(e), e);
    }
    return FileHash.of(bytes);
  }

  /**
   * A new file gets its name only if nobody has it; one that is there is locked, so that nobody
   * replaces it between the look and the rename.
   */
  @SuppressWarnings("try") // the lock is held, not used
  private void put(Path next, FileHash expected) throws IOException {
    if (expected.equals(FileHash.NONE)) {
      make(next);
      return;
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      requireStill(expected);
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException e) {
      throw stale(expected, FileHash.NONE);
    }
  }

  private void make(Path next) throws IOException {
    try {
      Files.createLink(path, next);
    } catch (FileAlreadyExistsException e) {
      throw stale(FileHash.NONE, hash());
    } catch (UnsupportedOperationException | FileSystemException e) {
      // a file system without links has no safer way
      requireStill(FileHash.NONE);
      Files.move(next, path);
    }
  }

  private void requireStill(FileHash expected) throws IOException {
    FileHash found = hash();
    if (!found.equals(expected)) {
      throw stale(expected, found);
    }
  }

  /**
   * Makes sure of what the file is before any work.
   *
   * @throws StaleVariablesException if it is something else
   */
  public void require(FileHash expected) {
    try {
      requireStill(expected);
    } catch (IOException e) {
      throw new VariablesException("Cannot read " + path + ": " + Failure.reason(e), e);
    }
  }

  private FileHash hash() throws IOException {
    try {
      return FileHash.of(Files.readAllBytes(path));
    } catch (NoSuchFileException e) {
      return FileHash.NONE;
    }
  }

  private StaleVariablesException stale(FileHash expected, FileHash found) {
    return new StaleVariablesException(
        "Cannot write "
            + path
            + ": somebody else changed it, its hash is "
            + found
            + " and not "
            + expected
            + "; it stays as it is, read it and run again");
  }

  /** Returns where it is. */
  public Path path() {
    return path;
  }
}
