package io.headroom.bench;

import io.headroom.catalog.Catalogs;
import io.headroom.model.machine.Provider;
import io.headroom.recording.RecordingWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes a large recording: {@code WriteRecording MACHINES DAYS DIR}. */
public final class WriteRecording {

  private WriteRecording() {}

  /** Writes {@code MACHINES} machines with {@code DAYS} days into {@code DIR}. */
  public static void main(String[] arguments) {
    if (arguments.length != 3) {
      throw new IllegalArgumentException(
          "Invalid arguments: " + List.of(arguments) + "; expected MACHINES DAYS DIR");
    }
    write(Path.of(arguments[2]), Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
  }

  static void write(Path directory, int machines, int days) {
    Fleet fleet =
        Fleet.of(Catalogs.bundled().region(Provider.AWS, "us-east-1"), Fleet.usEast1(), days);
    try (RecordingWriter writer = RecordingWriter.create(directory)) {
      for (int number = 0; number < machines; number++) {
        writer.add(fleet.machine(number));
      }
      writer.finish(Fleet.AS_OF);
    }
  }

  static void delete(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
