package io.headroom.demo;

import io.headroom.recording.RecordingWriter;
import java.nio.file.Path;

/**
 * Writes the bundled recording. Run it after a change of the fleet, in the project's folder:
 *
 * <pre>
 *   mvn -q -B test -Dtest=DemoRecordingTest -Dheadroom.golden=write
 * </pre>
 */
final class DemoRecording {

  /** Where the bundled recording lies in the project. */
  static final Path BUNDLED = Path.of("src", "main", "resources", "demo");

  private DemoRecording() {}

  /** Writes the recording into {@code directory}, which is replaced if it holds a recording. */
  static void write(Path directory) {
    try (RecordingWriter writer = RecordingWriter.create(directory)) {
      DemoFleet.machines().forEach(writer::add);
      writer.finish(DemoTime.WINDOW.end());
    }
  }
}
