package io.headroom.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Observations;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.recording.problem.RecordingException;
import io.headroom.testing.RecordingFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingWriterTest {

  private static final Instant START = Instant.parse("2026-08-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-08-03T00:00:00Z");

  @TempDir private Path parent;

  @Test
  void writesPlainShortestDecimalsAndLeavesGapsEmpty() throws IOException {
    // 0.1f is 0.100000001490116…, its shortest text is 0.1; 2^24 + 2 is the float after 2^24
    float[] values = {0.1f, 100, Series.gap(), 1e-5f, 16_777_218f, 2.5f, 0, 33.333332f, 2e-3f};
    Path recording = write("i-1", values);

    assertThat(samples(recording))
        .isEqualTo(
            RecordingFiles.HEADER
                + "i-1,swap_used,mib,2026-08-01T00:00:00Z,300,"
                + "0.1;100;;0.00001;16777218;2.5;0;33.333332;0.002\n");
  }

  @Test
  void writesTheSameHeaderOfThePackedFileOnEverySystem() throws IOException {
    Path recording = write("i-1", new float[] {1});

    // magic number, deflate, no flags, no time, no level, unknown system: RFC 1952, 2.3
    assertThat(Arrays.copyOf(Files.readAllBytes(recording.resolve("samples.csv.gz")), 10))
        .containsExactly(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
  }

  @Test
  void writesTheInventoryForPeopleToo() throws IOException {
    Path recording = write("i-1", new float[] {1});

    assertThat(Files.readString(recording.resolve("inventory.json")))
        .isEqualTo(
            """
            {
              "api_version": "headroom/v1",
              "kind": "Inventory",
              "recorded_until": "2026-08-03T00:00:00Z",
              "instances": [
                {
                  "id": "i-1",
                  "provider": "aws",
                  "account": "111122223333",
                  "region": "us-east-1",
                  "instance_type": "m5.large",
                  "state": "running"
                }
              ]
            }
            """);
  }

  @Test
  void quotesIdsThatNeedIt() throws IOException {
    Path recording = write("a,\"b\"", new float[] {1});

    assertThat(samples(recording)).contains("\n\"a,\"\"b\"\"\",swap_used,mib,");
    assertThat(ReadRecording.of(recording).series("a,\"b\"")).hasSize(1);
  }

  @Test
  void leavesOutSeriesThatSayNothing() throws IOException {
    assertThat(samples(write("i-1", new float[] {Series.gap()}))).isEqualTo(RecordingFiles.HEADER);
    assertThat(samples(write("i-1", new float[0]))).isEqualTo(RecordingFiles.HEADER);
  }

  @Test
  void writesSeveralRowsIfOneWouldBeTooLong() throws IOException {
    // 1.2 million slots of 9 characters are 10.8 MB, more than a line of 8 MiB holds
    float[] values = new float[1_200_000];
    for (int slot = 0; slot < values.length; slot++) {
      values[slot] = 1234.5f + slot % 2;
    }
    values[700_000] = 3.4e38f;
    Path recording = parent.resolve("long");
    try (RecordingWriter writer = RecordingWriter.create(recording)) {
      writer.add(
          observation("i-1", Series.of(Metric.SWAP_USED, SampleUnit.MIB, START, 60, values)));
      writer.finish(UNTIL);
    }

    ReadRecording read = ReadRecording.of(recording);

    assertThat(read.messages()).isEmpty();
    assertThat(samples(recording).lines()).hasSizeGreaterThan(2); // header and rows
    assertThat(read.series("i-1"))
        .containsExactly(Series.of(Metric.SWAP_USED, SampleUnit.MIB, START, 60, values));
  }

  @Test
  void writesMachinesThatAreMadeElsewhereInTheOrderTheyCame() throws Exception {
    List<Observation> machines =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    observation(
                        String.format(Locale.ROOT, "i-%02d", i),
                        Series.of(
                            Metric.SWAP_USED, SampleUnit.MIB, START, 300, new float[] {i, i + 1})))
            .toList();
    Path one = parent.resolve("one");
    try (RecordingWriter writer = RecordingWriter.create(one)) {
      machines.forEach(writer::add);
      writer.finish(UNTIL);
    }
    Path other = parent.resolve("other");

    try (RecordingWriter writer = RecordingWriter.create(other)) {
      for (Observation machine : machines) {
        writer.addLater(() -> machine);
      }
      assertThatThrownBy(() -> writer.finish(UNTIL)).hasMessageContaining("flush first");
      writer.flush();
      writer.finish(UNTIL);
    }

    assertThat(other.resolve("samples.csv.gz"))
        .hasSameBinaryContentAs(one.resolve("samples.csv.gz"));
  }

  @Test
  void endsWithWhatMakingAMachineFailedWith() throws Exception {
    Path recording = parent.resolve("failed");
    try (RecordingWriter writer = RecordingWriter.create(recording)) {
      writer.addLater(
          () -> {
            throw new IllegalStateException("no such machine");
          });

      assertThatThrownBy(writer::flush).hasMessage("no such machine");
    }
    assertThat(recording).doesNotExist();
  }

  @Test
  void refusesMachinesOutOfOrder() {
    try (RecordingWriter writer = RecordingWriter.create(parent.resolve("r"))) {
      writer.add(observation("i-2"));

      for (String id : List.of("i-1", "i-2")) {
        assertThatThrownBy(() -> writer.add(observation(id)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(
                "Invalid order of instances: "
                    + id
                    + " after i-2; expected ascending ids that differ");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\rb", "a\ud83d"})
  void refusesIdsThatCannotStandInALine(String id) {
    try (RecordingWriter writer = RecordingWriter.create(parent.resolve("r"))) {
      assertThatThrownBy(() -> writer.add(observation(id)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("Invalid instance id: \"a\\u")
          .hasMessageEndingWith("; expected text without line breaks and half characters");
    }
  }

  @Test
  void refusesSeriesThatNobodyCouldReadBack() {
    Series early =
        Series.of(Metric.SWAP_USED, SampleUnit.MIB, Instant.EPOCH, 300, new float[] {1, 2});
    try (RecordingWriter writer = RecordingWriter.create(parent.resolve("r"))) {
      assertThatThrownBy(() -> writer.add(observation("i-1", early)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "Invalid series: swap_used in mib, 2 slots of 300 s from 1970-01-01T00:00:00Z;"
                  + " expected slots of at most a day, from 2000 to 2099");
    }
  }

  @Test
  void nothingIsThereBeforeItIsFinishedAndNothingIsLeftIfItNeverIs() throws IOException {
    Path recording = parent.resolve("deep/down/r");
    try (RecordingWriter writer = RecordingWriter.create(recording)) {
      writer.add(observation("i-1"));
      assertThat(recording).doesNotExist();
    }
    assertThat(entries(parent.resolve("deep/down"))).isEmpty();
  }

  @Test
  void replacesARecordingOnlyWhenTheNewOneIsWhole() throws IOException {
    Path recording = write("i-1", new float[] {1});
    try (RecordingWriter writer = RecordingWriter.create(recording)) {
      writer.add(observation("i-2"));
      assertThat(ReadRecording.of(recording).ids()).containsExactly("i-1");
    }
    assertThat(ReadRecording.of(recording).ids()).containsExactly("i-1");
    try (RecordingWriter writer = RecordingWriter.create(recording)) {
      writer.add(observation("i-2"));
      writer.finish(UNTIL);
    }
    assertThat(ReadRecording.of(recording).ids()).containsExactly("i-2");
    assertThat(entries(parent)).containsExactly("r");
  }

  @Test
  void writesIntoAnEmptyFolderAndThroughALink() throws IOException {
    Path real = Files.createDirectory(parent.resolve("real"));
    Path link = Files.createSymbolicLink(parent.resolve("r"), real);
    write("i-1", new float[] {1});

    assertThat(link).isSymbolicLink();
    assertThat(ReadRecording.of(real).ids()).containsExactly("i-1");
  }

  @Test
  void refusesToReplaceAnythingElse() throws IOException {
    Path recording = write("i-1", new float[] {1});
    Files.writeString(recording.resolve("notes.txt"), "mine");

    assertThatThrownBy(() -> RecordingWriter.create(recording))
        .isInstanceOf(RecordingException.class)
        .hasMessage(
            "Cannot write recording "
                + recording.toRealPath()
                + ": the folder holds notes.txt, which is no part of a recording; choose or empty a"
                + " folder");
    assertThat(entries(parent)).containsExactly("r");
  }

  @Test
  void refusesToReplaceAnInventoryOfSomethingElse() throws IOException {
    Path other = Files.createDirectory(parent.resolve("ansible"));
    Files.writeString(other.resolve("inventory.json"), "{\"all\": {}}");

    assertThatThrownBy(() -> RecordingWriter.create(other))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("the folder holds no whole recording (Cannot read ")
        .hasMessageContaining("Invalid api_version in line 1: nothing; expected headroom/v1");
  }

  @Test
  void refusesAFileOfThatName() throws IOException {
    Path file = Files.createFile(parent.resolve("r"));

    assertThatThrownBy(() -> RecordingWriter.create(file))
        .hasMessage(
            "Cannot write recording "
                + file.toRealPath()
                + ": there is a file of that name; choose or empty a folder");
  }

  @Test
  void refusesIfSomethingWasPutThereMeanwhile() throws IOException {
    Path recording = parent.resolve("r");
    try (RecordingWriter writer = RecordingWriter.create(recording)) {
      Files.createDirectory(recording);
      Files.writeString(recording.resolve("notes.txt"), "mine");

      assertThatThrownBy(() -> writer.finish(UNTIL)).hasMessageContaining("holds notes.txt");
    }
    assertThat(entries(recording)).containsExactly("notes.txt");
    assertThat(entries(parent)).containsExactly("r");
  }

  @Test
  void saysWhyAFolderCannotBeMade() throws IOException {
    Files.createFile(parent.resolve("file"));

    assertThatThrownBy(() -> RecordingWriter.create(parent.resolve("file/r")))
        .isInstanceOf(RecordingException.class)
        .hasMessageStartingWith("Cannot write recording " + parent.resolve("file/r") + ": ");
  }

  private Path write(String id, float[] values) {
    Path recording = parent.resolve("r");
    try (RecordingWriter writer = RecordingWriter.create(recording)) {
      writer.add(observation(id, Series.of(Metric.SWAP_USED, SampleUnit.MIB, START, 300, values)));
      writer.finish(UNTIL);
    }
    return recording;
  }

  private static Observation observation(String id, Series... series) {
    Placement placement =
        new Placement(Provider.AWS, "111122223333", "us-east-1", Optional.empty());
    return new Observation(
        Instance.builder(id, placement, TypeHistory.assumed("m5.large")).build(),
        Observations.of(List.of(series)));
  }

  private static String samples(Path recording) throws IOException {
    byte[] packed = Files.readAllBytes(recording.resolve("samples.csv.gz"));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
