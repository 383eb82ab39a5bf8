package io.headroom.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/**
 * The recorded fleet that comes with the program: six weeks of made-up machines, for trying things
 * out. It is read where it lies; nothing is unpacked to a disk.
 */
public final class BundledRecording {

  /** What people call it where the folder of a recording is asked for. */
  public static final String NAME = "demo";

  private static final String RESOURCE = "/demo/inventory.json";

  private BundledRecording() {}

  /** Holds the folder from the first use on, open for as long as the program runs. */
  private static final class Holder {
    private static final Path DIRECTORY = find();
  }

  /**
   * Returns its folder, which lies in the program's jar.
   *
   * @throws UncheckedIOException if the jar cannot be read
   */
  public static Path directory() {
    return Holder.DIRECTORY;
  }

  private static Path find() {
    URL inventory = BundledRecording.class.getResource(RESOURCE);
    if (inventory == null) {
      throw new IllegalStateException("Cannot find the bundled recording in the program");
    }
    try {
      return (inventory.openConnection() instanceof JarURLConnection inJar
              ? insideOf(inJar)
              : Path.of(inventory.toURI()))
          .resolveSibling("");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the bundled recording", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Cannot read the bundled recording at " + inventory, e);
    }
  }

  private static Path insideOf(JarURLConnection inJar) throws IOException, URISyntaxException {
    URI jar = inJar.getJarFileURL().toURI();
    return FileSystems.newFileSystem(Path.of(jar)).getPath(RESOURCE);
  }
}
