package io.headroom.recording;

import static java.nio.file.Files.readAllBytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.Observation;
import io.headroom.testing.RandomMachines;
import io.headroom.testing.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what is read: every fact, and every sample bit for bit. */
class RecordingRoundTripPropertiesTest {

  private static final Instant UNTIL = Instant.parse("2026-08-03T00:00:00Z");

  @TempDir private Path directory;

  @Test
  void readsBackWhatWasWritten() {
    Seeds.forEach(
        60,
        random -> {
          List<Observation> machines = machines(random);
          Path recording = write(random, machines);

          ReadRecording read = ReadRecording.of(recording, 1 + random.nextInt(4));

          assertThat(read.messages()).isEmpty();
          assertThat(read.inventoryMessages()).isEmpty();
          assertThat(read.recording().notices()).isEmpty();
          assertThat(read.recording().recordedUntil()).isEqualTo(UNTIL);
          assertThat(read.recording().instances())
              .isEqualTo(machines.stream().map(Observation::instance).toList());
          for (Observation machine : machines) {
            assertThat(read.series(machine.instance().id()))
                .isEqualTo(machine.observations().all());
          }
        });
  }

  @Test
  void writesTheSameBytesAgainFromWhatWasRead() {
    Seeds.forEach(
        20,
        random -> {
          List<Observation> machines = machines(random);
          Path first = write(random, machines);
          List<Observation> read = new ArrayList<>(ReadRecording.of(first).machines());
          read.sort((one, other) -> one.instance().id().compareTo(other.instance().id()));

          Path second = write(random, read);

          for (String file : List.of("inventory.json", "samples.csv.gz")) {
            assertThat(bytes(second.resolve(file))).isEqualTo(bytes(first.resolve(file)));
          }
        });
  }

  private static List<Observation> machines(Random random) {
    RandomMachines machines = new RandomMachines(random);
    List<Observation> list = new ArrayList<>();
    List<String> ids = List.of("\"q\",x", "a b", "i-1", "i-10", "i-2", "ü\ud83d\ude80");
    for (String id : ids) {
      if (random.nextInt(4) > 0) {
        list.add(machines.observation(id));
      }
    }
    return list;
  }

  private Path write(Random random, List<Observation> machines) {
    Path target = directory.resolve("r" + random.nextInt(1_000_000));
    try (RecordingWriter writer = RecordingWriter.create(target)) {
      machines.forEach(writer::add);
      writer.finish(UNTIL);
    }
    return target;
  }

  private static byte[] bytes(Path file) {
    try {
      return readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
