package io.headroom.batch.delivery;

import io.headroom.batch.delivery.DeliveryException.Again;
import io.headroom.configuration.DeliverySection;
import io.headroom.document.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.UUID;

/**
 * Puts reports into a folder: a folder for each message, named by its id, with a file for each
 * format. A file appears under its name only when it is complete, and no link leads out.
 */
public final class FolderCarrier implements Carrier {

  private final DeliverySection.ToFolder section;

  /** Delivers into the folder that the section names; it is made if it is not there. */
  public FolderCarrier(DeliverySection.ToFolder section) {
    this.section = section;
  }

  @Override
  public String name() {
    return section.name();
  }

  @Override
  public void deliver(Message message) {
    try {
      Files.createDirectories(section.folder());
      Path root = section.folder().toRealPath();
      Path own = root.resolve(message.id());
      makeFolder(own);
      for (Map.Entry<String, String> document : message.documents().entrySet()) {
        if (section.formats().contains(document.getKey())) {
          put(own.resolve("changes." + document.getKey()), document.getValue());
        }
      }
    } catch (IOException e) {
      throw failed(Again.LATER, Failure.reason(e));
    }
  }

  private void makeFolder(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw failed(Again.NEVER, folder.getFileName() + " in it is no folder");
      }
    }
  }

  /** What is there under the name, a link as well, is replaced and never written through. */
  private static void put(Path file, String text) throws IOException {
    Path aside = file.resolveSibling("." + UUID.randomUUID() + ".part");
    try {
      Files.writeString(
          aside,
          text,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private DeliveryException failed(Again again, String reason) {
    return new DeliveryException(
        again, "Cannot deliver " + name() + " to " + section.folder() + ": " + reason);
  }
}
