package io.headroom.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.testing.RecordingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/recording.md shows can be copied, and what it lists is all there is. */
class RecordingDocTest {

  @TempDir private Path directory;

  @Test
  void theThreeMachinesCanBeCopied() throws IOException {
    RecordingFiles.write(directory.resolve("inventory.json"), block("json"));
    RecordingFiles.write(directory.resolve("samples.csv"), block("csv"));

    ReadRecording read = ReadRecording.of(directory);

    assertThat(read.inventoryMessages()).isEmpty();
    assertThat(read.recording().notices()).isEmpty();
    assertThat(read.messages()).isEmpty();
    assertThat(read.ids())
        .containsExactly("4567890123456789012", "i-0a1b2c3d4e5f60001", "i-0a1b2c3d4e5f60002");
    assertThat(read.machines()).allMatch(machine -> !machine.observations().all().isEmpty());
  }

  @Test
  void everyPropertyOfTheSchemaIsNamed() throws IOException {
    String text = document();
    new ObjectMapper()
        .readTree(RecordingDocTest.class.getResourceAsStream("/schema/inventory.schema.json"))
        .findValues("properties")
        .forEach(
            properties ->
                properties.fieldNames().forEachRemaining(name -> assertThat(text).contains(name)));
  }

  @Test
  void everyMetricIsNamedWithItsUnits() throws IOException {
    String text = document();
    for (Metric metric : Metric.values()) {
      assertThat(text).contains("`" + metric.id() + "`");
      for (SampleUnit unit : metric.units()) {
        assertThat(text).contains("`" + unit.id() + "`");
      }
    }
  }

  private static String block(String language) throws IOException {
    String text = document();
    String begin = "```" + language + "\n";
    int from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf("```", from));
  }

  private static String document() throws IOException {
    return Files.readString(Path.of("docs/recording.md"));
  }
}
