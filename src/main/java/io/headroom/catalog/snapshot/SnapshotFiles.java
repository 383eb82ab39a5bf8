package io.headroom.catalog.snapshot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the files of a snapshot are. */
interface SnapshotFiles {

  /** Returns a file as it is named in messages. */
  String nameOf(String file);

  /** Opens a file; nothing if it is not there. */
  Optional<InputStream> open(String file) throws IOException;

  /** Returns the files that are bundled with the program. */
  static SnapshotFiles bundled() {
    return new SnapshotFiles() {
      @Override
      public String nameOf(String file) {
        return "catalog/" + file;
      }

      @Override
      public Optional<InputStream> open(String file) {
        return Optional.ofNullable(
            SnapshotFiles.class.getClassLoader().getResourceAsStream(nameOf(file)));
      }
    };
  }

  /** Returns the files in {@code folder}. */
  static SnapshotFiles in(Path folder) {
    return new SnapshotFiles() {
      @Override
      public String nameOf(String file) {
        return folder.resolve(file).toString();
      }

      @Override
      public Optional<InputStream> open(String file) throws IOException {
        try {
          return Optional.of(Files.newInputStream(folder.resolve(file)));
        } catch (NoSuchFileException e) {
          return Optional.empty();
        }
      }
    };
  }

  /** Returns files that are held in memory, by name. */
  static SnapshotFiles inMemory(Map<String, String> contents) {
    return new SnapshotFiles() {
      @Override
      public String nameOf(String file) {
        return file;
      }

      @Override
      public Optional<InputStream> open(String file) {
        return Optional.ofNullable(contents.get(file))
            .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      }
    };
  }
}
