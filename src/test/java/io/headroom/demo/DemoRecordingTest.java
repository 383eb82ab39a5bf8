package io.headroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.testing.GoldenFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the bundled recording to what the generator makes. */
class DemoRecordingTest {

  private static final long MOST_BYTES = 2_500_000;

  @TempDir private static Path folder;

  private static Path made;

  @BeforeAll
  static void make() {
    made = folder.resolve("made");
    DemoRecording.write(made);
    if (GoldenFile.isWritten()) {
      DemoRecording.write(DemoRecording.BUNDLED);
    }
  }

  @Test
  void bundledInventoryIsWhatTheGeneratorMakes() {
    assertThat(DemoRecording.BUNDLED.resolve("inventory.json"))
        .hasSameTextualContentAs(made.resolve("inventory.json"));
  }

  /** Unpacked: libraries of compression differ in how they pack the same text. */
  @Test
  void bundledSamplesAreWhatTheGeneratorMakes() throws IOException {
    assertThat(unpacked(DemoRecording.BUNDLED)).isEqualTo(unpacked(made));
  }

  @Test
  void bundledRecordingIsSmall() throws IOException {
    assertThat(
            Files.size(DemoRecording.BUNDLED.resolve("inventory.json"))
                + Files.size(DemoRecording.BUNDLED.resolve("samples.csv.gz")))
        .isLessThan(MOST_BYTES);
  }

  private static byte[] unpacked(Path recording) throws IOException {
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(recording.resolve("samples.csv.gz")))) {
      return in.readAllBytes();
    }
  }
}
