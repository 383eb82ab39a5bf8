package io.headroom.recording;

import io.headroom.document.Failure;
import io.headroom.recording.collected.CollectedFile;
import io.headroom.recording.inventory.Inventory;
import io.headroom.recording.inventory.InventoryReader;
import io.headroom.recording.problem.RecordingException;
import io.headroom.recording.samples.SamplesFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The place of a recording that is being written: a hidden draft beside it, which takes its place
 * when it is whole. Only an empty folder or another recording is ever replaced.
 */
final class RecordingFolder {

  private static final Set<String> FILES =
      Set.of(Inventory.FILE, SamplesFile.PACKED, SamplesFile.PLAIN, CollectedFile.NAME);

  /** Drafts that others work on, or that a crash left behind. */
  private static final int DRAFTS = 1000;

  private final Path target;
  private final Path draft;

  private RecordingFolder(Path target, Path draft) {
    this.target = target;
    this.draft = draft;
  }

  /**
   * Makes a draft for a folder.
   *
   * @throws RecordingException if the folder must not be replaced, or nothing can be written there
   */
  static RecordingFolder draftOf(Path directory) {
    try {
      Path target =
          Files.exists(directory) ? directory.toRealPath() : directory.toAbsolutePath().normalize();
      requireReplaceable(target);
      Files.createDirectories(parent(target));
      return new RecordingFolder(target, newSibling(target, ".draft-"));
    } catch (IOException e) {
      throw new RecordingException(
          "Cannot write recording " + directory + ": " + Failure.reason(e), e);
    }
  }

  Path target() {
    return target;
  }

  Path draft() {
    return draft;
  }

  /** Puts the draft in its place. The folder that was there is gone only when that is done. */
  void publish() throws IOException {
    requireReplaceable(target);
    if (!Files.exists(target)) {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    Path old = newSibling(target, ".old-");
    Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    try {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      throw e;
    }
    delete(old);
  }

  /** Removes the draft if it is still there. */
  void discard() {
    try {
      delete(draft);
    } catch (IOException e) {
      throw new RecordingException(
          "Cannot remove draft " + draft + ": " + Failure.reason(e) + "; remove it by hand", e);
    }
  }

  private static void requireReplaceable(Path target) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    if (!Files.isDirectory(target)) {
      throw refused(target, "there is a file of that name");
    }
    List<String> names = names(target);
    for (String name : names) {
      if (!FILES.contains(name)) {
        throw refused(target, "the folder holds " + name + ", which is no part of a recording");
      }
    }
    if (!names.isEmpty()) {
      requireInventory(target);
    }
  }

  private static void requireInventory(Path target) {
    try {
      InventoryReader.read(target);
    } catch (RecordingException e) {
      throw refused(target, "the folder holds no whole recording (" + e.getMessage() + ")");
    }
  }

  private static RecordingException refused(Path target, String reason) {
    return new RecordingException(
        "Cannot write recording " + target + ": " + reason + "; choose or empty a folder");
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }

  private static Path newSibling(Path target, String infix) throws IOException {
    for (int i = 1; i < DRAFTS; i++) {
      try {
        return Files.createDirectory(
            parent(target).resolve("." + target.getFileName() + infix + i));
      } catch (FileAlreadyExistsException e) {
        // somebody else's: take the next name
      }
    }
    throw new IOException("too many drafts beside it, remove the folders whose names begin with .");
  }

  private static Path parent(Path target) throws IOException {
    Path parent = target.getParent();
    if (parent == null) {
      throw new IOException("it has no folder around it");
    }
    return parent;
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      for (String name : names(directory)) {
        Files.delete(directory.resolve(name));
      }
      Files.delete(directory);
    }
  }
}
